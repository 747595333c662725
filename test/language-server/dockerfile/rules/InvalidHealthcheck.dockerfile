#--- the bad example of its page
FROM nginx:1.29
HEALTHCHECK --interval=30 CMD true
#                      ^^ InvalidHealthcheck
#--- the good example of its page
FROM nginx:1.29
HEALTHCHECK --interval=30s CMD true
#--- too much to count
FROM alpine:3.22
HEALTHCHECK --interval=2562047h --retries=2147483647 CMD true
HEALTHCHECK --interval=2562048h CMD true
#                      ^^^^^^^^ InvalidHealthcheck
HEALTHCHECK --retries=2147483648 CMD true
#                     ^^^^^^^^^^ InvalidHealthcheck
