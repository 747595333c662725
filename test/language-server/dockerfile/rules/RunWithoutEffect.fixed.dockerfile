#--- the bad example of its page
FROM alpine:3.22
ENV MODE=fast
#--- several at once, another user, an environment of Python, what cannot be mended
FROM alpine:3.22
ENV A=b C="d e"
USER app
ENV PATH="/opt/venv/bin:$PATH"
RUN alias ll='ls -l'
RUN export A=$(make)
