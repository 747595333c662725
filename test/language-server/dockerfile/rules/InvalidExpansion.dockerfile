#--- the bad example of its page
FROM alpine:3.22
ARG A=1
ENV B=${A
#     ^^^ InvalidExpansion
#--- the good example of its page
FROM alpine:3.22
ARG A=1
ENV B=${A}
