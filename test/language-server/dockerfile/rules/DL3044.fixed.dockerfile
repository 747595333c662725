#--- the bad example of its page
FROM alpine:3.22
ENV A=1 B=1
