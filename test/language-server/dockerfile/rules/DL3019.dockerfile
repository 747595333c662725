#--- the bad example of its page
FROM alpine:3.22
RUN apk add curl
#   ^^^^^^^^^^^^ DL3019 💡
#--- the good example of its page
FROM alpine:3.22
RUN apk add --no-cache curl
