#--- the bad example of its page
FROM nginx:1.29
EXPOSE 80/http
#      ^^^^^^^ InvalidPort
#--- the good example of its page
FROM nginx:1.29
EXPOSE 80/tcp
#--- addresses and ports of the host
FROM alpine:3.22
EXPOSE ::80 :81 ::1:82:82 [::1]:83:83 1.2.3.4::84 80-90:85 90-91:90-91 +86
EXPOSE 1.2.3.999:80:80
#      ^^^^^^^^^^^^^^^ InvalidPort
EXPOSE [::1]:80
#      ^^^^^^^^ InvalidPort
EXPOSE 90-80:80
#      ^^^^^^^^ InvalidPort
EXPOSE 99999:80
#      ^^^^^^^^ InvalidPort
EXPOSE 80:80-90
#      ^^^^^^^^ InvalidPort
EXPOSE 80-81:80-90
#      ^^^^^^^^^^^ InvalidPort
#--- variables that are the same in every build
FROM alpine:3.22
ENV PORTS="80 90/tcp" NAME=web
ENV AGAIN=$NAME
ARG MAYBE=web
EXPOSE $PORTS $MAYBE $NOBODY
EXPOSE $NAME
#      ^^^^^ InvalidPort
EXPOSE $AGAIN
#      ^^^^^^ InvalidPort
EXPOSE "$PORTS"
#      ^^^^^^^^ InvalidPort
EXPOSE ${NOBODY}/tcp
#      ^^^^^^^^^^^^^ InvalidPort
FROM example.org/unknown:1
EXPOSE ${NOBODY}/tcp
