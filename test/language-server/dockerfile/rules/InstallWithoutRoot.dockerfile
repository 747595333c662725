#--- the bad example of its page
FROM node:24
USER node
RUN apt-get update && apt-get install -y git
#   ^^^^^^^ InstallWithoutRoot 💡
#--- the good example of its page
FROM node:24
RUN apt-get update && apt-get install -y git
USER node
#--- root again, a number, a variable, sudo
FROM node:24
USER node
USER root
RUN apt-get update
FROM node:24
USER 0
RUN apt-get update
FROM node:24
USER $NAME
RUN apt-get update
FROM node:24
USER node
RUN sudo apt-get update
#--- from the stage below
FROM node:24 AS base
USER node
FROM base
RUN apk add --no-cache git
#   ^^^ InstallWithoutRoot 💡
