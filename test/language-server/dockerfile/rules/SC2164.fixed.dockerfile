#--- the bad example of its page
FROM alpine:3.22
RUN cd /src || exit 1; make
#--- in a heredoc, without folder and in a group
FROM debian:13
RUN <<EOF
pushd "$A" || exit 1
make
EOF
RUN for a in b c; do cd "$a" || exit 1; make; done
RUN cd || exit 1; make
