#--- the bad example of its page
FROM debian:13
RUN apt-get update && rm -rf /var/lib/apt/lists/*
#--- so does one in a stage that builds on it, but not in another
FROM debian:13 AS base
RUN apt-get update
FROM base
RUN apt-get install -y git
FROM debian:13
RUN apt-get update && rm -rf /var/lib/apt/lists/*
#--- a later RUN with its own lists does not
FROM debian:13
RUN apt-get update && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
#--- what the script ends with decides how the clean-up is joined to it
FROM debian:13
RUN apt-get update; apt-get install -y git; rm -rf /var/lib/apt/lists/*
RUN apt-get update && find / -exec a {} \; && rm -rf /var/lib/apt/lists/*
RUN <<EOT
apt-get update
rm -rf /var/lib/apt/lists/*
EOT
