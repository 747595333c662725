#--- the bad example of its page
FROM alpine:3.22
ENTRYPOINT ["a"]
ENTRYPOINT ["b"]
#^^^^^^^^^ DL4004 💡
#--- the good example of its page
FROM alpine:3.22
ENTRYPOINT ["b"]
