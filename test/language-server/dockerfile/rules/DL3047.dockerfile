#--- the bad example of its page
FROM alpine:3.22
RUN wget https://example.com/a
#   ^^^^ DL3047 💡
#--- the good example of its page
FROM alpine:3.22
RUN wget -nv https://example.com/a
