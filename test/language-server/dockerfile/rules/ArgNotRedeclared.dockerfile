#--- the bad example of its page
ARG RELEASE=1.4
FROM alpine:3.22
RUN echo "$RELEASE" > /release
#         ^^^^^^^^ ArgNotRedeclared 💡
#--- the good example of its page
ARG RELEASE=1.4
FROM alpine:3.22
ARG RELEASE
RUN echo "$RELEASE" > /release
#--- given by ENV, by the script itself, in single quotes behind a backslash
ARG A=1
ARG B=2
ARG C=3
FROM alpine:3.22
ENV A=4
RUN echo $A && B=5 && echo $B && echo \$C
#--- used in FROM only
ARG TAG=3.22
FROM alpine:$TAG
#--- a base image brings variables of such a name along
ARG NODE_VERSION=24
FROM node:${NODE_VERSION}
RUN echo $NODE_VERSION
#--- inherited from the stage below
ARG A=1
FROM alpine:3.22 AS base
ARG A
FROM base
COPY app-$A /app
#--- in each stage once
ARG A=1
FROM alpine:3.22 AS one
COPY app-$A /a
#        ^^ ArgNotRedeclared 💡
COPY app-$A /b
FROM scratch
COPY app-${A} /c
#        ^^^^ ArgNotRedeclared 💡
#--- nothing is put between single quotes
ARG NAME=a
FROM scratch
USER '$NAME'
LABEL a='${NAME}'
COPY --exclude=$NAME a /b
EXPOSE $NAME
#      ^^^^^ ArgNotRedeclared 💡
