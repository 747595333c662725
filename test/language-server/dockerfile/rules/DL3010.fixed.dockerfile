#--- the bad example of its page
FROM alpine:3.22
ADD app.tar.gz /
RUN tar xzf app.tar.gz
