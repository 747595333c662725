#--- the bad example of its page
FROM node:24
USER node
USER root
RUN apt-get update && apt-get install -y git
USER node
#--- from the stage below
FROM node:24 AS base
USER node
FROM base
USER root
RUN apk add --no-cache git
USER node
