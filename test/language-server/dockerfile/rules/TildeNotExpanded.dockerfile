#--- the bad example of its page
FROM alpine:3.22
WORKDIR ~/app
#       ^^^^^ TildeNotExpanded 💡
#--- the good example of its page
FROM alpine:3.22
WORKDIR /root/app
#--- where a shell reads it, and other names with a tilde
FROM alpine:3.22
RUN cd ~/app && ls ~
CMD ls ~
COPY a~ /b~
WORKDIR /~x
#--- behind a WORKDIR, as another user, in PATH
FROM alpine:3.22
WORKDIR /app
COPY a ~/a
#      ^^^ TildeNotExpanded 💡
USER app
WORKDIR ~
#       ^ TildeNotExpanded
ENV PATH=~/bin:$PATH
#        ^^^^^^^^^^^ TildeNotExpanded
