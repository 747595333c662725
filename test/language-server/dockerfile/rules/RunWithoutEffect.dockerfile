#--- the bad example of its page
FROM alpine:3.22
RUN export MODE=fast
#   ^^^^^^^^^^^^^^^^ RunWithoutEffect 💡
#--- the good example of its page
FROM alpine:3.22
ENV MODE=fast
#--- used in the same RUN, written to a file, a heredoc
FROM alpine:3.22
RUN export A=b && make
RUN export A=b; make
RUN echo "export A=b" >> /etc/profile
RUN export > /vars
RUN su app -c "make"
RUN set -e; make
RUN <<EOF
export A=b
make
EOF
#--- several at once, another user, an environment of Python, what cannot be mended
FROM alpine:3.22
RUN export A=b C="d e"
#   ^^^^^^^^^^^^^^^^^^ RunWithoutEffect 💡
RUN su - app
#   ^^^^^^^^ RunWithoutEffect 💡
RUN . /opt/venv/bin/activate
#   ^^^^^^^^^^^^^^^^^^^^^^^^ RunWithoutEffect 💡
RUN alias ll='ls -l'
#   ^^^^^^^^^^^^^^^^ RunWithoutEffect
RUN export A=$(make)
