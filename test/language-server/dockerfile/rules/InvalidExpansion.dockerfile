#--- the bad example of its page
FROM alpine:3.22
ARG A=1
ENV B=${A
#     ^^^ InvalidExpansion
#--- the good example of its page
FROM alpine:3.22
ARG A=1
ENV B=${A}
#--- a curly quote where the straight one is missing is told as what it is
FROM alpine:3.22
VOLUME ["/data“]
#      ^^^^^^^^^ InvalidExpansion 💡
