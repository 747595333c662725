#--- the bad example of its page
FROM alpine:3.22
RUN top
#   ^^^ DL3001
#--- the good example of its page
FROM alpine:3.22
RUN uname
