#--- the bad example of its page
FROM alpine:3.22
HEALTHCHECK CMD a
HEALTHCHECK CMD b
#^^^^^^^^^^ DL3012 💡
#--- the good example of its page
FROM alpine:3.22
HEALTHCHECK CMD b
