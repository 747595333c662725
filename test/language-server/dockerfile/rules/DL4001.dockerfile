#--- the bad example of its page
FROM alpine:3.22
RUN wget -q a && curl b
#   ^^^^ DL4001
#--- the good example of its page
FROM alpine:3.22
RUN curl a && curl b
