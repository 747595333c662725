#--- the bad example of its page
FROM debian:13
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN curl -f a | tar x
