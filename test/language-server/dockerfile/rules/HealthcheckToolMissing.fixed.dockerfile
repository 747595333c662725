#--- the bad example of its page
FROM python:3.14-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
#--- small images, and the program's place in the line
FROM alpine:3.22
RUN apk add --no-cache curl
HEALTHCHECK --interval=5m CMD ["curl", "-f", "http://localhost/"]
FROM gcr.io/distroless/static
HEALTHCHECK CMD ["/usr/bin/wget", "http://localhost/"]
FROM ubuntu
RUN apt-get update && apt-get install -y --no-install-recommends wget && rm -rf /var/lib/apt/lists/*
HEALTHCHECK CMD wget http://localhost/ || exit 1
