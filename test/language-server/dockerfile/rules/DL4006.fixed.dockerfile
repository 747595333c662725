#--- the bad example of its page
FROM debian:13
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -f a | tar x
#--- Alpine has no bash
FROM node:24-alpine
SHELL ["/bin/ash", "-o", "pipefail", "-c"]
RUN curl -f a | tar x
#--- nor has BusyBox
FROM busybox:1.37
SHELL ["/bin/ash", "-o", "pipefail", "-c"]
RUN wget -O- a | tar x
#--- another shell that would see the failure, and one that does not
FROM alpine:3.22
SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
RUN a | b
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
SHELL ["/bin/ash", "-o", "pipefail", "-c"]
RUN a | b
#--- pipes in heredocs, groups, substitutions and after sudo; none in quotes or in ||
FROM debian:13
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN <<EOT
echo a | sort
EOT
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN (a | b) && c
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN x=$(a | b)
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN sudo a \
  | b
RUN echo "a | b" || true
RUN ["sh", "-c", "a | b"]
ONBUILD RUN a | b
