#--- the bad example of its page
FROM debian:13
RUN apt-get update
#   ^^^^^^^^^^^^^^ DL3009 💡
#--- the good example of its page
FROM debian:13
RUN apt-get update && rm -rf /var/lib/apt/lists/*
#--- a later RUN needs the lists: without them it would fail
FROM debian:13
RUN apt-get update
#   ^^^^^^^^^^^^^^ DL3009
RUN apt-get install -y git
#--- so does one in a stage that builds on it, but not in another
FROM debian:13 AS base
RUN apt-get update
#   ^^^^^^^^^^^^^^ DL3009
FROM base
RUN apt-get install -y git
FROM debian:13
RUN apt-get update
#   ^^^^^^^^^^^^^^ DL3009 💡
#--- a later RUN with its own lists does not
FROM debian:13
RUN apt-get update
#   ^^^^^^^^^^^^^^ DL3009 💡
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
#--- what the script ends with decides how the clean-up is joined to it
FROM debian:13
RUN apt-get update; apt-get install -y git;
#   ^^^^^^^^^^^^^^ DL3009 💡
RUN apt-get update && find / -exec a {} \;
#   ^^^^^^^^^^^^^^ DL3009 💡
RUN <<EOT
apt-get update
#^^^^^^^^^^^^^ DL3009 💡
EOT
