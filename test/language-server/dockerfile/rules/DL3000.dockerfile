#--- the bad example of its page
FROM alpine:3.22
WORKDIR /app
WORKDIR src
#       ^^^ DL3000 💡
#--- the good example of its page
FROM alpine:3.22
WORKDIR /app
WORKDIR /app/src
