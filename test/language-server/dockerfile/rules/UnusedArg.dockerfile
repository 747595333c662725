#--- the bad example of its page
ARG RELEASE=1.4
#   ^^^^^^^ UnusedArg
FROM alpine:3.22
#--- the good example of its page
ARG RELEASE=3.22
FROM alpine:$RELEASE
#--- read by FROM, a stage, a RUN's environment, another ARG, BuildKit
ARG TAG=3.22
ARG NAME=alpine
ARG FULL=$NAME
ARG HTTP_PROXY
ARG BUILDKIT_SBOM_SCAN_STAGE=1
ARG INNER=1
FROM $FULL:$TAG
ARG INNER
ARG HIDDEN
RUN ./build.sh
#--- a stage that builds on this one may read it
FROM alpine:3.22 AS base
ARG A=1
FROM base
RUN echo $A
#--- behind the last RUN
FROM alpine:3.22
RUN make
ARG A
#   ^ UnusedArg
ARG B
LABEL b=$B
