// Tags of the images that most Dockerfiles begin with.

const jvm = ["21-jre", "21-jdk", "21-jre-alpine", "25-jre", "25-jdk", "17-jre"];
const dotnet = ["10.0", "10.0-alpine", "10.0-noble"];

/** Images that most Dockerfiles begin with, and their usual tags, the likeliest first. */
export const imageTags: Readonly<Record<string, readonly string[]>> = {
  alpine: ["3.24", "3.23", "3.22"],
  debian: ["trixie-slim", "trixie", "bookworm-slim", "bookworm"],
  ubuntu: ["24.04", "26.04", "22.04"],
  node: ["24-alpine", "24-slim", "24", "22-alpine", "22-slim", "22"],
  python: ["3.13-slim", "3.14-slim", "3.13-alpine", "3.13", "3.12-slim"],
  golang: ["1.27-alpine", "1.26-alpine", "1.27", "1.26"],
  nginx: ["1.29-alpine", "1.28-alpine", "1.29"],
  "eclipse-temurin": jvm,
  rust: ["1-slim", "1-alpine", "1"],
  php: ["8.5-fpm-alpine", "8.5-apache", "8.5-cli", "8.4-fpm"],
  ruby: ["3.4-slim", "3.4-alpine", "3.4"],
  busybox: ["1.37", "1.37-musl"],
  httpd: ["2.4-alpine", "2.4"],
  postgres: ["17-alpine", "18-alpine", "17", "18"],
  mysql: ["8.4"],
  mariadb: ["11.8"],
  mongo: ["8"],
  redis: ["8-alpine", "8"],
  maven: ["3-eclipse-temurin-21", "3-eclipse-temurin-25"],
  gradle: ["8-jdk21"],
  tomcat: ["11-jre21", "10.1-jre21"],
  "rockylinux/rockylinux": ["9-minimal", "9"],
  fedora: ["43"],
  "mcr.microsoft.com/dotnet/aspnet": dotnet,
  "mcr.microsoft.com/dotnet/sdk": dotnet,
  "mcr.microsoft.com/dotnet/runtime": dotnet,
  "gcr.io/distroless/static-debian12": ["nonroot"],
  "gcr.io/distroless/base-debian12": ["nonroot"],
};
