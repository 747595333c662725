#--- the bad example of its page
FROM alpine:3.22
WORKDIR /root/app
#--- behind a WORKDIR, as another user, in PATH
FROM alpine:3.22
WORKDIR /app
COPY a /root/a
USER app
WORKDIR ~
ENV PATH=~/bin:$PATH
