#--- the bad example of its page
FROM alpine:3.22
VOLUME ["/data"]
#--- single ones, in ENV
FROM alpine:3.22
ENV A="b c"
CMD ["a", "b"]
