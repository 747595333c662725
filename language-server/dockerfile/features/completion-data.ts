// Proposals that no document and no engine knows of: common images, users, signals, ports, labels.
import { imageTags } from "../rules/parts/image-tags-table.ts";

/** Each with its likeliest tag. */
export const wellKnownImages: readonly string[] = Object.entries(imageTags).map(
  ([image, [tag]]) => `${image}:${tag}`,
);
/** Users that images bring along for what they are made for. */
export const imageUsers: Readonly<Record<string, string>> = {
  node: "node",
  nginx: "nginx",
  postgres: "postgres",
  redis: "redis",
  mysql: "mysql",
  mariadb: "mysql",
  httpd: "www-data",
  php: "www-data",
  ubuntu: "ubuntu",
  "mcr.microsoft.com/dotnet/aspnet": "app",
  "mcr.microsoft.com/dotnet/runtime": "app",
  "gcr.io/distroless/static-debian12": "nonroot",
  "gcr.io/distroless/base-debian12": "nonroot",
};
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
/** The keys of the OCI's image specification that people set. */
export const labelKeys = [
  "title",
  "description",
  "authors",
  "source",
  "url",
  "documentation",
  "licenses",
  "version",
  "revision",
  "created",
  "vendor",
].map((key) => `org.opencontainers.image.${key}`);
