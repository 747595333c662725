#--- the bad example of its page
FROM debian:13
ARG DEBIAN_FRONTEND=noninteractive
