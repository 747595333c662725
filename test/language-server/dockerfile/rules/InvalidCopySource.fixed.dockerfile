#--- the bad example of its page
FROM alpine:3.22
ADD https://example.com/tool /tool
