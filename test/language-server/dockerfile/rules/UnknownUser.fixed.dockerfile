#--- the bad example of its page
FROM alpine:3.22
RUN adduser -D app
USER app
#--- with a group, behind another user
FROM debian:13
RUN useradd --create-home app
USER app:app
USER other
