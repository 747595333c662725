// Proposals that no document and no engine knows of: common images, signals and ports.

/** Images that most Dockerfiles begin with. */
export const wellKnownImages = [
  "alpine:3.22",
  "debian:trixie-slim",
  "ubuntu:24.04",
  "busybox:1.37",
  "node:24-alpine",
  "python:3.13-slim",
  "golang:1.25-alpine",
  "rust:1-slim",
  "eclipse-temurin:21-jre",
  "openjdk:21-slim",
  "php:8.4-fpm-alpine",
  "ruby:3.4-slim",
  "nginx:1.29-alpine",
  "httpd:2.4-alpine",
  "postgres:17-alpine",
  "mysql:8.4",
  "mariadb:11.8",
  "redis:8-alpine",
  "mcr.microsoft.com/dotnet/aspnet:9.0",
  "mcr.microsoft.com/dotnet/sdk:9.0",
] as const;
/** Signals that people stop programs with. */
export const signals = [
  "SIGTERM",
  "SIGINT",
  "SIGQUIT",
  "SIGKILL",
  "SIGHUP",
  "SIGUSR1",
  "SIGUSR2",
  "SIGWINCH",
  "SIGSTOP",
];
/** Ports that programs commonly listen on. */
export const ports = ["80", "443", "3000", "5000", "5432", "8000", "8080", "8443"];
