// Dockerfiles by kind of project: several stages, cache mounts, no root (users by
// number, so that a cluster can tell). `{name}` stands for facts of the project. Data only.

import { addOwner, gradleBuild, runJar, WEB_SERVER_PORT, webServer } from "./template-parts.ts";

export interface Template {
  /** What people call it. */
  readonly label: string;
  readonly port: number;
  /** Start of the program, where the project does not say it. */
  readonly entry: string;
  readonly dockerfile: string;
  /** Lines of the .dockerignore besides those that every project gets. */
  readonly ignore: readonly string[];
}

export type ProjectKind =
  | "node"
  | "python"
  | "go"
  | "maven"
  | "gradle"
  | "dotnet"
  | "rust"
  | "php"
  | "ruby"
  | "static";

export const templates: Readonly<Record<ProjectKind, Template>> = {
  node: {
    label: "Node.js",
    port: 3000,
    entry: "index.js",
    ignore: ["node_modules", "dist", "coverage", "npm-debug.log"],
    dockerfile: `# syntax=docker/dockerfile:1
FROM node:{node}-alpine AS base
WORKDIR /app

FROM base AS dependencies
{copy}
RUN --mount=type=cache,target={cache} {install}

FROM base AS final
ENV NODE_ENV=production
RUN chown 1000 /app
COPY --from=dependencies --chown=1000 /app ./
COPY --chown=1000 . .
USER 1000
EXPOSE {port}
CMD {command}
`,
  },
  python: {
    label: "Python",
    port: 8000,
    entry: "main.py",
    // What is installed may want the page that describes it.
    ignore: ["!README.md", "__pycache__", "*.pyc", ".venv", "venv", ".pytest_cache", ".mypy_cache"],
    dockerfile: `# syntax=docker/dockerfile:1
FROM python:{python}-slim AS base
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /app

FROM base AS dependencies
RUN python -m venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"
{copy}
RUN --mount=type=cache,target=/root/.cache/pip {install}

FROM base AS final
COPY --from=dependencies /opt/venv /opt/venv
ENV PATH="/opt/venv/bin:$PATH"{path}
${addOwner}
COPY --chown=10001 . .
USER 10001
EXPOSE {port}
CMD {command}
`,
  },
  go: {
    label: "Go",
    port: 8080,
    entry: ".",
    ignore: ["bin", "*.test", "*.out"],
    dockerfile: `# syntax=docker/dockerfile:1
FROM golang:{go}-alpine AS build
WORKDIR /src
{copy}
RUN --mount=type=cache,target=/go/pkg/mod go mod download
COPY . .
RUN --mount=type=cache,target=/go/pkg/mod --mount=type=cache,target=/root/.cache/go-build \\
    CGO_ENABLED=0 go build -trimpath -o /out/app {entry}

FROM alpine:3.22 AS final
RUN adduser -D -H -u 10001 app
WORKDIR /app
RUN chown app /app
COPY --from=build /out/app /usr/local/bin/app
{resources}USER 10001
EXPOSE {port}
ENTRYPOINT ["/usr/local/bin/app"]
`,
  },
  maven: {
    label: "Java (Maven)",
    port: 8080,
    entry: "target/*.jar",
    ignore: ["target", ".mvn/wrapper/maven-wrapper.jar"],
    dockerfile: `# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-{java} AS build
WORKDIR /src
{prefetch}COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -q package -DskipTests && \\
    rm -f target/original-*.jar && \\
    cp {entry} /app.jar

${runJar}`,
  },
  gradle: {
    label: "Java (Gradle)",
    port: 8080,
    entry: "build/libs/*.jar",
    ignore: ["build", "*/build", ".gradle"],
    dockerfile: `${gradleBuild} assemble && \\
    rm -f {libs}/*-plain.jar && \\
    cp {entry} /app.jar

${runJar}`,
  },
  dotnet: {
    label: ".NET",
    port: 8080,
    entry: "App",
    ignore: ["bin", "obj", "**/bin", "**/obj"],
    dockerfile: `# syntax=docker/dockerfile:1
FROM mcr.microsoft.com/dotnet/sdk:{sdk} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages dotnet publish {project} -c Release -o /out

FROM mcr.microsoft.com/dotnet/aspnet:{runtime} AS final
WORKDIR /app
COPY --from=build /out ./
ENV ASPNETCORE_URLS=http://+:{port}{roll}
USER 1654
EXPOSE {port}
ENTRYPOINT ["dotnet", "{program}.dll"]
`,
  },
  rust: {
    label: "Rust",
    port: 8080,
    entry: "app",
    ignore: ["target"],
    dockerfile: `# syntax=docker/dockerfile:1
FROM rust:{rust} AS build
WORKDIR /src
COPY . .
# The target folder is this project's alone: Cargo tells what is new by the times of files.
RUN --mount=type=cache,target=/usr/local/cargo/registry \\
    --mount=type=cache,id={name}-target,target=/src/target \\
    cargo build --release && \\
    cp target/release/{entry} /app

FROM debian:12-slim AS final
WORKDIR /app
${addOwner}
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
{libraries}COPY --from=build /app /usr/local/bin/app
{resources}USER 10001
EXPOSE {port}
ENTRYPOINT ["/usr/local/bin/app"]
`,
  },
  php: {
    label: "PHP",
    port: 8080,
    entry: "public",
    ignore: ["vendor"],
    dockerfile: `# syntax=docker/dockerfile:1
FROM composer:2.8 AS dependencies
WORKDIR /app
COPY . .
RUN --mount=type=cache,target=/tmp/cache \\
    composer install --no-dev --no-interaction --prefer-dist --ignore-platform-req=ext-*

FROM php:8.4-cli-alpine AS final
{extensions}WORKDIR /app
RUN chown 82 /app
COPY --from=dependencies --chown=82 /app ./
USER 82
EXPOSE {port}
CMD ["php", "-S", "0.0.0.0:{port}", "-t", "{entry}"]
`,
  },
  ruby: {
    label: "Ruby",
    port: 9292,
    entry: "config.ru",
    ignore: ["vendor/bundle", "log", "tmp", ".bundle"],
    dockerfile: `# syntax=docker/dockerfile:1
# The whole image has the compilers that gems ask for.
FROM ruby:3.4 AS dependencies
ENV BUNDLE_PATH=/bundle BUNDLE_WITHOUT=development:test
WORKDIR /app
{copy}
RUN --mount=type=cache,target=/root/.bundle/cache bundle install

FROM ruby:3.4-slim AS final
ENV BUNDLE_PATH=/bundle BUNDLE_WITHOUT=development:test
WORKDIR /app
${addOwner}
COPY --from=dependencies /bundle /bundle
COPY --chown=10001 . .
USER 10001
EXPOSE {port}
CMD {command}
`,
  },
  static: {
    label: "Static site",
    port: WEB_SERVER_PORT,
    entry: ".",
    ignore: [],
    dockerfile: `# syntax=docker/dockerfile:1
FROM ${webServer} AS final
COPY {entry} /usr/share/nginx/html
EXPOSE {port}
`,
  },
};
