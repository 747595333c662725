#--- the bad example of its page
FROM alpine:3.22
RUN wget --progress=dot:giga https://example.com/a
