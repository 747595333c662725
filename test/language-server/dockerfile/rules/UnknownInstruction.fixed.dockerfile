#--- the bad example of its page
FROM alpine:3.22
RUN uname
#--- blanks that are none
FROM alpine:3.22
RUN apk upgrade
COPY a b
CMD ["a"] 
 USER 1
　
