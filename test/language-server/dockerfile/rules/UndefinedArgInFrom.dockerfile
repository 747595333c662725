#--- the bad example of its page
FROM alpine:$RELEASE
#           ^^^^^^^^ UndefinedArgInFrom
#--- the good example of its page
ARG RELEASE=3.22
FROM alpine:$RELEASE
