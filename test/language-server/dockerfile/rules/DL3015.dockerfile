#--- the bad example of its page
FROM debian:13
RUN apt-get install -y curl
#   ^^^^^^^^^^^^^^^^^^^^^^^ DL3015 💡
#--- the good example of its page
FROM debian:13
RUN apt-get install -y --no-install-recommends curl
