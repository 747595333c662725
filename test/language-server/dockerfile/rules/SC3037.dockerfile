#--- the bad example of its page
FROM debian:13
RUN echo -e "a" > /list
#        ^^ SC3037
#--- the good example of its page
FROM debian:13
RUN printf 'a\n' > /list
