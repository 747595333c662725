#--- the bad example of its page
ARG RELEASE=1.4
FROM alpine:3.22
ARG RELEASE
RUN echo "$RELEASE" > /release
#--- in each stage once
ARG A=1
FROM alpine:3.22 AS one
ARG A
COPY app-$A /a
COPY app-$A /b
FROM scratch
ARG A
COPY app-${A} /c
#--- nothing is put between single quotes
ARG NAME=a
FROM scratch
ARG NAME
USER '$NAME'
LABEL a='${NAME}'
COPY --exclude=$NAME a /b
EXPOSE $NAME
