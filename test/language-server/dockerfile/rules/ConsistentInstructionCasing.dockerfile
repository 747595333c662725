#--- the bad example of its page
FROM alpine:3.22
Run uname
#^^ ConsistentInstructionCasing 💡
CMD ls
#--- the good example of its page
FROM alpine:3.22
RUN uname
CMD ls
#--- the ARGs before the first stage do not count
arg A
arg B
arg C
FROM alpine:3.22
RUN make
