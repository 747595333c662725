#--- the bad example of its page
FROM debian:13
RUN apt list
#   ^^^ DL3027 💡
#--- the good example of its page
FROM debian:13
RUN apt-cache pkgnames
