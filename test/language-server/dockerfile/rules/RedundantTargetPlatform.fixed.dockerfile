#--- the bad example of its page
FROM alpine:3.22
