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
