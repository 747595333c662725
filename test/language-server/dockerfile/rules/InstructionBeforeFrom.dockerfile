#--- the bad example of its page
RUN uname
#^^ InstructionBeforeFrom
FROM alpine:3.22
#--- the good example of its page
FROM alpine:3.22
RUN uname
#--- a misspelt FROM is one fault, not one for each line below
FORM alpine:3.22
RUN uname
