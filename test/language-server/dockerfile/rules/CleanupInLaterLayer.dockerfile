#--- the bad example of its page
FROM fedora:43
RUN dnf install -y nginx
RUN dnf clean all
#   ^^^^^^^^^^^^^ CleanupInLaterLayer 💡
#--- the good example of its page
FROM fedora:43
RUN dnf install -y nginx && dnf clean all
#--- the first RUN of a stage, other files
FROM debian:13
RUN rm -rf /var/lib/apt/lists/*
FROM debian:13
RUN make
RUN rm -rf /app/build
#--- with an install in the same RUN
FROM debian:13
RUN make
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
#--- something between them
FROM debian:13
RUN apt-get update && apt-get install -y git
COPY a /a
RUN apt-get clean && rm -rf /var/cache/apt /tmp/*
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ CleanupInLaterLayer
