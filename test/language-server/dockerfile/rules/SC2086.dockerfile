#--- the bad example of its page
FROM alpine:3.22
RUN rm $FILES
#      ^^^^^^ SC2086 💡
#--- the good example of its page
FROM alpine:3.22
RUN rm "$FILES"
