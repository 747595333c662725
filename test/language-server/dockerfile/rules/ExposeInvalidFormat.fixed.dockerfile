#--- the bad example of its page
FROM nginx:1.29
EXPOSE 80
#--- colons with nothing before them
FROM alpine:3.22
EXPOSE :80 ::81
EXPOSE 82
#--- by what variables hold
FROM alpine:3.22
ARG HOST=8080 NONE=
ENV BOTH=8080:80
EXPOSE $NONE:80
EXPOSE 80
EXPOSE $BOTH
