#--- the bad example of its page
ARG RELEASE
FROM alpine:$RELEASE
#    ^^^^^^^^^^^^^^^ InvalidDefaultArgInFrom
#--- the good example of its page
ARG RELEASE=3.22
FROM alpine:$RELEASE
