#--- the bad example of its page
FROM alpine:3.22
RUN export A=$(b)
#          ^^^^^^ SC2155 💡
#--- the good example of its page
FROM alpine:3.22
RUN A=$(b) && export A
