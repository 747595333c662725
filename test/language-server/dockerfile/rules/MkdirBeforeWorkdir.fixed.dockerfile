#--- the bad example of its page
FROM alpine:3.22
WORKDIR /app
#--- with its slash and quotes
FROM alpine:3.22
WORKDIR /app
