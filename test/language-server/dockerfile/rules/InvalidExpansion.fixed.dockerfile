#--- a curly quote where the straight one is missing is told as what it is
FROM alpine:3.22
VOLUME ["/data"]
