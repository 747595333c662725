#--- the bad example of its page
FROM nginx:1.29
EXPOSE 80/TCP
#      ^^^^^^ ExposeProtoCasing 💡
#--- the good example of its page
FROM nginx:1.29
EXPOSE 80/tcp
#--- by what variables hold
FROM alpine:3.22
ARG PROTO=TCP
ENV PORT=80/UDP GOOD=80/udp
EXPOSE 80/$PROTO 90/tcp $PORT
#      ^^^^^^^^^ ExposeProtoCasing
#                       ^^^^^ ExposeProtoCasing
EXPOSE $GOOD
