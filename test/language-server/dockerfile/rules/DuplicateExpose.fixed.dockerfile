#--- the bad example of its page
FROM nginx:1.29
EXPOSE 80
#--- on one line
FROM alpine:3.22
EXPOSE 80 443 
