#--- the bad example of its page
FROM debian:13
RUN apt-get update
#   ^^^^^^^^^^^^^^ DL3009 💡
#--- the good example of its page
FROM debian:13
RUN apt-get update && rm -rf /var/lib/apt/lists/*
