#--- the bad example of its page
FROM alpine:3.22
Run uname
#^^ ConsistentInstructionCasing 💡
CMD ls
#--- the good example of its page
FROM alpine:3.22
RUN uname
CMD ls
