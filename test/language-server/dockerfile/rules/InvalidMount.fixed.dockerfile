#--- the bad example of its page
FROM golang:1.26
RUN --mount=type=cache,target=/root/.cache go build
#--- slips of the pen
FROM alpine:3.22
RUN --mount=type=cache,target=/a make
RUN --mount=type=cache,target=/a,sharing=lock make
RUN --mount=type=secret,required=yes make
