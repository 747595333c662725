#--- an argument that RUNs read becomes a secret mount
FROM node:24
RUN --mount=type=secret,id=npm_token,env=NPM_TOKEN echo "//registry.npmjs.org/:_authToken=${NPM_TOKEN}" > .npmrc && npm ci
RUN npm run build
#--- a variable of the container is set when it starts
FROM postgres:17
CMD ["postgres"]
