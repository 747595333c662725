#--- the bad example of its page
FROM debian:13
RUN apt-get update
#   ^^^^^^^^^^^^^^ AptUpdateAlone 💡
RUN apt-get install -y nginx
#--- the good example of its page
FROM debian:13
RUN apt-get update && apt-get install -y nginx
#--- each install has its own update
FROM debian:13
RUN apt-get update
RUN apt-get update && apt-get install -y git
#--- an update for its own sake, in another stage
FROM debian:13 AS one
RUN apt-get update
FROM debian:13
RUN apt-get install -y git
#--- upgrade in the same RUN
FROM debian:13
RUN apt-get update && apt-get upgrade -y
RUN apt-get install -y git
#--- something else between them; the update has flags and a comment above
FROM debian:13
# the newest lists
RUN apt-get -q update
#   ^^^^^^^^^^^^^^^^^ AptUpdateAlone 💡
WORKDIR /app
RUN cd /tmp && apt-get install -y git
