#--- the bad example of its page
FROM debian:13
ENV DEBIAN_FRONTEND=noninteractive
#   ^^^^^^^^^^^^^^^ FrontendInEnv 💡
#--- the good example of its page
FROM debian:13
ARG DEBIAN_FRONTEND=noninteractive
#--- ARG, and for one command
FROM debian:13
ARG DEBIAN_FRONTEND=noninteractive
RUN DEBIAN_FRONTEND=noninteractive apt-get update
#--- with others, in the old form
FROM debian:13
ENV A=1 DEBIAN_FRONTEND=noninteractive
#       ^^^^^^^^^^^^^^^ FrontendInEnv
ENV DEBIAN_FRONTEND noninteractive
#   ^^^^^^^^^^^^^^^ FrontendInEnv
