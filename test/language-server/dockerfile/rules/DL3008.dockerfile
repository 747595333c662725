#--- the bad example of its page
FROM debian:13
RUN apt-get install curl
#                   ^^^^ DL3008
#--- the good example of its page
FROM debian:13
RUN apt-get install curl=8.14.1-2
