#--- the bad example of its page
FROM alpine:3.22
HEALTHCHECK CMD /check
#           ^^^^^^^^^^ DL3025
#--- the good example of its page
FROM alpine:3.22
HEALTHCHECK CMD ["/check"]
