#--- the bad example of its page
FROM nginx:1.29
HEALTHCHECK --interval=30 CMD true
#                      ^^ InvalidHealthcheck
#--- the good example of its page
FROM nginx:1.29
HEALTHCHECK --interval=30s CMD true
