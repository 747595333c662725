#--- the bad example of its page
FROM alpine:3.22
RUNN uname
#^^^ UnknownInstruction 💡
#--- the good example of its page
FROM alpine:3.22
RUN uname
