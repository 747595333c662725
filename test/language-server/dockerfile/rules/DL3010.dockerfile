#--- the bad example of its page
FROM alpine:3.22
COPY app.tar.gz /
#    ^^^^^^^^^^^^ DL3010 💡
RUN tar xzf app.tar.gz
#--- the good example of its page
FROM alpine:3.22
ADD app.tar.gz /
