#--- the bad example of its page
FROM alpine:3.22
COPY --chwon=1000 app /app
#    ^^^^^^^^^^^^ InvalidFlag 💡
#--- the good example of its page
FROM alpine:3.22
COPY --chown=1000 app /app
#--- platforms
ARG BASE=alpine:3.22
FROM --platform=linux/x//y ${BASE} AS a
#    ^^^^^^^^^^^^^^^^^^^^^ InvalidFlag
FROM --platform=linxu ${BASE} AS b
#    ^^^^^^^^^^^^^^^^ InvalidFlag
FROM --platform=linux/arm64/v8/x ${BASE} AS c
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidFlag
FROM --platform=linux/arm/v7 ${BASE} AS d
FROM --platform=windows(10.0.17763)/amd64 ${BASE} AS e
FROM --platform=$BUILDPLATFORM ${BASE} AS f
FROM --platform=arm64 ${BASE} AS g
