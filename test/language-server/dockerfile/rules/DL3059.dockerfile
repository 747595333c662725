#--- the bad example of its page
FROM alpine:3.22
RUN a
RUN b
#^^^^ DL3059 💡
#--- the good example of its page
FROM alpine:3.22
RUN a && b
