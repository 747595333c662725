#--- the bad example of its page
FROM alpine:3.22
RUN cd /src; make
#   ^^^^^^^ SC2164 💡
#--- the good example of its page
FROM alpine:3.22
WORKDIR /src
RUN make
#--- joined, asked, or always there
FROM alpine:3.22
RUN cd /a && make; cd .. ; cd / ; ls
RUN cd /a || exit 1; make
RUN if cd /a; then make; fi
RUN { cd /a; make; } && ls
RUN (cd /a; make) || exit 1
#--- the shell ends by itself
FROM alpine:3.22
RUN set -eux; cd /a; make
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN cd /a; make
#--- in a heredoc, without folder and in a group
FROM debian:13
RUN <<EOF
pushd "$A"
#^^^^^^^^^ SC2164 💡
make
EOF
RUN for a in b c; do cd "$a"; make; done
#                    ^^^^^^^ SC2164 💡
RUN cd; make
#   ^^ SC2164 💡
#--- nothing runs behind it
FROM alpine:3.22
RUN mkdir /a; cd /a
