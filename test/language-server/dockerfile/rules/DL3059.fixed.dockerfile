#--- the bad example of its page
FROM alpine:3.22
RUN a \
    && b
#--- what the first one ends with decides how they are joined; a comment would swallow the second
FROM alpine:3.22
RUN a; \
    b
USER 1
RUN a # why
RUN b
