#--- the bad example of its page
FROM alpine:3.22
USER app
#    ^^^ UnknownUser 💡
#--- the good example of its page
FROM alpine:3.22
RUN adduser -D app
USER app
#--- made here, known, a number, a variable, an image that may have it
FROM alpine:3.22
RUN adduser -D app
USER app
FROM alpine:3.22
USER nobody
FROM alpine:3.22
USER 1000:1000
FROM alpine:3.22
USER $NAME
FROM kim/app:1
USER app
FROM node:24
USER node
FROM debian:13
RUN ./users.sh
USER app
#--- with a group, behind another user
FROM debian:13
USER app:app
#    ^^^^^^^ UnknownUser 💡
USER other
#    ^^^^^ UnknownUser
