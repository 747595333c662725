#--- the bad example of its page
FROM alpine:3.22
RUN rm $(cat list)
#      ^^^^^^^^^^^ SC2046 💡
#--- the good example of its page
FROM alpine:3.22
RUN rm "$(cat list)"
