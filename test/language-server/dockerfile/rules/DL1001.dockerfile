#--- the bad example of its page
# hadolint ignore=DL3006
#^^^^^^^^^^^^^^^^^^^^^^^ DL1001
FROM alpine
#--- the good example of its page
FROM alpine:3.22
