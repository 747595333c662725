#--- the bad example of its page
FROM alpine:3.22
ONBUILD ONBUILD RUN uname
#       ^^^^^^^ InvalidTrigger 💡
#--- the good example of its page
FROM alpine:3.22
ONBUILD RUN uname
