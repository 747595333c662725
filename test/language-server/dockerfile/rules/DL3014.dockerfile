#--- the bad example of its page
FROM debian:13
RUN apt-get install curl
#   ^^^^^^^^^^^^^^^^^^^^ DL3014 💡
#--- the good example of its page
FROM debian:13
RUN apt-get install -y curl
