#--- the bad example of its page
ARG RELEASE
FROM alpine:$RELEASE
#    ^^^^^^^^^^^^^^^ InvalidDefaultArgInFrom
#--- the good example of its page
ARG RELEASE=3.22
FROM alpine:$RELEASE
#--- an ARG knows what stands before it in the same line
ARG NAME=alpine IMAGE=$NAME:3.22
FROM $IMAGE
