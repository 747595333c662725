#--- the bad example of its page
FROM alpine:3.22
RUN echo "a\nb" > /list
#        ^^^^^^ SC2028
#--- the good example of its page
FROM alpine:3.22
RUN printf 'a\nb\n' > /list
