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
#--- a flag may be blank where BuildKit takes nothing for none
FROM alpine:3.22
COPY --from= --chown= --chmod= a /b
ADD --checksum= https://example.com/a /b
#--- networks
FROM alpine:3.22
RUN --network=none --mount=type=tmpfs,target=/t make
RUN --network="host" make
RUN --network=NONE make
#   ^^^^^^^^^^^^^^ InvalidFlag
RUN --network=$NETWORK make
#   ^^^^^^^^^^^^^^^^^^ InvalidFlag
#--- BuildKit drops these without a word
FROM alpine:3.22
ARG --default=x NAME
#   ^^^^^^^^^^^ InvalidFlag
#--- a platform in a variable that no argument can set
ARG WISH=nope
FROM --platform=$WISH alpine:3.22
FROM --platform=$BUILDPLATFORM alpine:3.22
FROM --platform=$NOBODY alpine:3.22
#    ^^^^^^^^^^^^^^^^^^ InvalidFlag
FROM --platform=${NOBODY:-linux/arm64} alpine:3.22
FROM --platform=linux/${NOBODY} alpine:3.22
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidFlag
