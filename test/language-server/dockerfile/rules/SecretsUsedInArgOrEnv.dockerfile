#--- the bad example of its page
FROM node:24
ARG NPM_TOKEN
#   ^^^^^^^^^ SecretsUsedInArgOrEnv
RUN npm ci
#--- the good example of its page
FROM node:24
RUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci
#--- an argument that RUNs read becomes a secret mount
FROM node:24
ARG NPM_TOKEN
#   ^^^^^^^^^ SecretsUsedInArgOrEnv 💡
RUN echo "//registry.npmjs.org/:_authToken=${NPM_TOKEN}" > .npmrc && npm ci
RUN npm run build
#--- a variable of the container is set when it starts
FROM postgres:17
ENV POSTGRES_PASSWORD=secret
#   ^^^^^^^^^^^^^^^^^ SecretsUsedInArgOrEnv 💡
CMD ["postgres"]
#--- what ENV keeps stays for its author
FROM node:24
ARG API_KEY
#   ^^^^^^^ SecretsUsedInArgOrEnv
ENV KEY=$API_KEY
#   ^^^ SecretsUsedInArgOrEnv
RUN use $KEY
#--- before the first FROM it gets into no image
ARG API_KEY=a
FROM alpine:3.22
