#--- the bad example of its page
FROM node:24
RUN yarn install && yarn cache clean
