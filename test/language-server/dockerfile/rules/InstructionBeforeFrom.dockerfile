#--- the bad example of its page
RUN uname
#^^ InstructionBeforeFrom
FROM alpine:3.22
#--- the good example of its page
FROM alpine:3.22
RUN uname
