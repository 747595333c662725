#--- the bad example of its page
FROM nginx:1.29
EXPOSE 80
#--- colons with nothing before them
FROM alpine:3.22
EXPOSE :80 ::81
EXPOSE 82
