#--- the bad example of its page
FROM alpine:3.22
USER root
#    ^^^^ DL3002
#--- the good example of its page
FROM alpine:3.22
USER 1000
