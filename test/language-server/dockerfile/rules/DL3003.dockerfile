#--- the bad example of its page
FROM alpine:3.22
RUN cd /app && make
#   ^^^^^^^ DL3003 💡
#--- the good example of its page
FROM alpine:3.22
WORKDIR /app
RUN make
