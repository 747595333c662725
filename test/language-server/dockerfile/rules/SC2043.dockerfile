#--- the bad example of its page
FROM alpine:3.22
RUN for name in names; do echo $name; done
#               ^^^^^ SC2043
#--- the good example of its page
FROM alpine:3.22
RUN for name in a b; do echo $name; done
