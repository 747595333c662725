#--- the bad example of its page
FROM debian:13
RUN curl -f a | tar x
#             ^ DL4006 💡
#--- the good example of its page
FROM debian:13
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -f a | tar x
#--- Alpine has no bash
FROM node:24-alpine
RUN curl -f a | tar x
#             ^ DL4006 💡
#--- nor has BusyBox
FROM busybox:1.37
RUN wget -O- a | tar x
#              ^ DL4006 💡
#--- another shell that would see the failure, and one that does not
FROM alpine:3.22
SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
RUN a | b
SHELL ["/bin/sh", "-o", "pipefail", "-c"]
RUN a | b
#     ^ DL4006 💡
#--- pipes in heredocs, groups, substitutions and after sudo; none in quotes or in ||
FROM debian:13
RUN <<EOT
echo a | sort
#      ^ DL4006 💡
EOT
RUN (a | b) && c
#      ^ DL4006 💡
RUN x=$(a | b)
#         ^ DL4006 💡
RUN sudo a \
  | b
# ^ DL4006 💡
RUN echo "a | b" || true
RUN ["sh", "-c", "a | b"]
ONBUILD RUN a | b
