#--- the bad example of its page
FROM debian:13
RUN source /etc/os-release
#   ^^^^^^ SC3046 💡
#--- the good example of its page
FROM debian:13
RUN . /etc/os-release
