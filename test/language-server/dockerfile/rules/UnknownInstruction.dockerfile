#--- the bad example of its page
FROM alpine:3.22
RUNN uname
#^^^ UnknownInstruction 💡
#--- the good example of its page
FROM alpine:3.22
RUN uname
#--- blanks that are none
FROM alpine:3.22
RUN apk upgrade
#^^^^^^^^^^^^^^ UnknownInstruction 💡
COPY　a b
#^^^^^ UnknownInstruction 💡
CMD ["a"] 
 USER 1
　
#--- a keyword behind a line of its own
FROM alpine:3.22
 \

 RUN make
