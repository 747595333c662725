#--- the bad example of its page
FROM alpine:3.22
RUN rm *.log
#      ^^^^^ SC2035 💡
#--- the good example of its page
FROM alpine:3.22
RUN rm ./*.log
