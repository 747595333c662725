#--- the bad example of its page
FROM alpine:::3.22
#    ^^^^^^^^^^^^^ InvalidBaseImage
#--- the good example of its page
FROM alpine:3.22
