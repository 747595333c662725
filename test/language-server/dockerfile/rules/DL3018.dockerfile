#--- the bad example of its page
FROM alpine:3.22
RUN apk add curl
#           ^^^^ DL3018
#--- the good example of its page
FROM alpine:3.22
RUN apk add curl=8.14.1-r1
