#--- the bad example of its page
FROM alpine:3.22
RUN <<EOF
#   ^^^^^ InvalidHeredoc
uname
#--- the good example of its page
FROM alpine:3.22
RUN <<EOF
uname
EOF
#--- a blank behind the arrows
FROM alpine:3.22
RUN << E cat
x
E
RUN echo $((1 << 2))
#             ^^^^^^ InvalidHeredoc
#--- these open none
FROM alpine:3.22
RUN echo <<- 
RUN echo <<""
RUN echo << <<E
RUN [ "<<" ]
