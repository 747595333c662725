#--- the bad example of its page
FROM alpine:3.22
USER app
#    ^^^ DL3066
#--- the good example of its page
FROM alpine:3.22
USER 1000
