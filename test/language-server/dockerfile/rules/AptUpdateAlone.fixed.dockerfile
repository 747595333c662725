#--- the bad example of its page
FROM debian:13
RUN apt-get update && apt-get install -y nginx
#--- something else between them; the update has flags and a comment above
FROM debian:13
# the newest lists
WORKDIR /app
RUN cd /tmp && apt-get -q update && apt-get install -y git
