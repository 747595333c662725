#--- the bad example of its page
FROM nginx:1.29
EXPOSE 80
EXPOSE 80/tcp
#      ^^^^^^ DuplicateExpose 💡
#--- the good example of its page
FROM nginx:1.29
EXPOSE 80
#--- other protocols, other stages
FROM alpine:3.22
EXPOSE 80/tcp 80/udp
FROM alpine:3.22
EXPOSE 80
#--- on one line
FROM alpine:3.22
EXPOSE 80 443 80
#             ^^ DuplicateExpose 💡
