#--- the bad example of its page
FROM python:3.14-slim
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
#               ^^^^ HealthcheckToolMissing 💡
#--- the good example of its page
FROM python:3.14-slim
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
#--- installed, copied, or part of the image
FROM debian:13
RUN apt-get update && apt-get install -y curl
HEALTHCHECK CMD curl -f http://localhost/
FROM node:24
HEALTHCHECK CMD curl -f http://localhost/
FROM alpine:3.22
HEALTHCHECK CMD wget -q --spider http://localhost/
FROM nginx:1.29-alpine
HEALTHCHECK CMD ["curl", "-f", "http://localhost/"]
#--- unknown images, and what an unknown script installs
FROM kim/app:1
HEALTHCHECK CMD curl -f http://localhost/
FROM debian:13
RUN ./setup.sh
HEALTHCHECK CMD curl -f http://localhost/
#--- small images, and the program's place in the line
FROM alpine:3.22
HEALTHCHECK --interval=5m CMD ["curl", "-f", "http://localhost/"]
#                               ^^^^ HealthcheckToolMissing 💡
FROM gcr.io/distroless/static
HEALTHCHECK CMD ["/usr/bin/wget", "http://localhost/"]
#                          ^^^^ HealthcheckToolMissing
FROM ubuntu
HEALTHCHECK CMD wget http://localhost/ || exit 1
#               ^^^^ HealthcheckToolMissing 💡
