#--- the bad example of its page
FROM alpine:3.22
RUN mkdir -p /app
#   ^^^^^^^^^^^^^ MkdirBeforeWorkdir 💡
WORKDIR /app
#--- the good example of its page
FROM alpine:3.22
WORKDIR /app
#--- another folder, more to do, something between
FROM alpine:3.22
RUN mkdir /a
WORKDIR /b
RUN mkdir /c && chown 1000 /c
WORKDIR /c
RUN mkdir /d
USER 1000
WORKDIR /d
RUN mkdir -m 700 /e
WORKDIR /e
#--- with its slash and quotes
FROM alpine:3.22
RUN mkdir "/app/"
#   ^^^^^^^^^^^^^ MkdirBeforeWorkdir 💡
WORKDIR /app
