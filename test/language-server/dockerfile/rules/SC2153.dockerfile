#--- the bad example of its page
FROM alpine:3.22
ARG RELEASE=1
RUN echo "$RELEASA"
#          ^^^^^^^ SC2153 💡
#--- the good example of its page
FROM alpine:3.22
ARG RELEASE=1
RUN echo "$RELEASE"
