#--- the bad example of its page
FROM node:24
ARG NPM_TOKEN
#   ^^^^^^^^^ SecretsUsedInArgOrEnv
RUN npm ci
#--- the good example of its page
FROM node:24
RUN --mount=type=secret,id=npm,target=/root/.npmrc npm ci
