#--- the bad example of its page
FROM golang:1.26
RUN --mount=type=cahce,target=/root/.cache go build
#           ^^^^^^^^^^ InvalidMount 💡
#--- the good example of its page
FROM golang:1.26
RUN --mount=type=cache,target=/root/.cache go build
#--- every type as it should be
FROM alpine:3.22
RUN --mount=type=bind,from=alpine,source=/a,target=/b,rw make
RUN --mount=type=secret,id=a,required,mode=0400 --mount=type=ssh make
RUN --mount=type=tmpfs,target=/a,size=1g --mount=type=cache,dst=/b,sharing=locked make
#--- slips of the pen
FROM alpine:3.22
RUN --mount=type=cache,tagret=/a make
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidMount
#                      ^^^^^^^^^ InvalidMount 💡
RUN --mount=type=cache,target=/a,sharing=lock make
#                                ^^^^^^^^^^^^ InvalidMount
RUN --mount=type=secret,required=yes make
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidMount
#                       ^^^^^^^^^^^^ InvalidMount
#--- a target may be relative where there is a folder
FROM alpine:3.22
RUN --mount=type=cache make
#   ^^^^^^^^^^^^^^^^^^ InvalidMount
WORKDIR /
RUN --mount=type=tmpfs make
#   ^^^^^^^^^^^^^^^^^^ InvalidMount
WORKDIR /src
RUN --mount=type=cache make
FROM alpine:3.22
RUN --mount=type=tmpfs make
#   ^^^^^^^^^^^^^^^^^^ InvalidMount
#--- what is judged by the type stands behind it
FROM alpine:3.22
RUN --mount=size=1g,type=tmpfs,target=/a make
#           ^^^^^^^ InvalidMount
RUN --mount=required,type=secret,id=a make
#           ^^^^^^^^ InvalidMount
RUN --mount=id=a,type=secret,required make
RUN --mount=target=/a,sharing=locked,mode=0700,type=cache make
#--- quotes go before it is cut at commas
FROM alpine:3.22
RUN --mount='type=cache,target=/a' --mount=type=cache,target="/b" make
RUN --mount=type=cache,"target=/a,b" make
#                                 ^ InvalidMount
#--- where a mount without a target goes
FROM scratch
RUN --mount=from=alpine make
#   ^^^^^^^^^^^^^^^^^^^ InvalidMount
WORKDIR /src
RUN --mount=from=alpine make
FROM golang:1.26
RUN --mount=from=alpine make
#--- sources
FROM alpine:3.22 AS base
FROM alpine:3.22
RUN --mount=from=Base,target=/a --mount=from=scratch,target=/b make
RUN --mount=from=Other,target=/a make
#           ^^^^^^^^^^ InvalidMount
RUN --mount=type=ssh,source=a make
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidMount
RUN --mount=type=secret,id= make
#   ^^^^^^^^^^^^^^^^^^^^^^^ InvalidMount
RUN --mount=type=cache,target=/a,uid=4294967296 make
#                                ^^^^^^^^^^^^^^ InvalidMount
#--- variables that are the same in every build
FROM alpine:3.22
ENV GOOD=shared BAD=x
ARG MAYBE=x
RUN --mount=type=cache,target=/a,sharing=$GOOD make
RUN --mount=type=cache,target=/a,sharing=$MAYBE make
RUN --mount=type=cache,target=/a,sharing=$BAD make
#                                ^^^^^^^^^^^^ InvalidMount
RUN --mount=type=secret,id=$NOBODY make
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ InvalidMount
RUN --mount=type=$BAD,target=/a make
#           ^^^^^^^^^ InvalidMount
FROM example.org/unknown:1
RUN --mount=type=secret,id=$NOBODY make
#--- a mode of 32 bits, and a secret from nowhere
FROM alpine:3.22
RUN --mount=type=cache,target=/a,mode=037777777777 make
RUN --mount=type=cache,target=/a,mode=040000000000 make
#                                ^^^^^^^^^^^^^^^^^ InvalidMount
RUN --mount=type=secret,from=,target=/a make
