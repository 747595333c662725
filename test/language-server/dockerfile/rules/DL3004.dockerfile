#--- the bad example of its page
FROM debian:13
RUN sudo make
#   ^^^^ DL3004 💡
#--- the good example of its page
FROM debian:13
RUN make
