// Until when versions of common images get updates, as their makers said in 2025. A row holds
// `version=date` in rising order; a version counts for itself and for all between it and the one
// before. `*` is the whole image. Behind `>`: what to take instead.

const dotnet = "3.1=2022-12-13 5=2022-05-10 6=2024-11-12 7=2024-05-14 8=2026-11-10 > 10.0";

/** Rows by the image's name. */
export const endOfLife: Readonly<Record<string, string>> = {
  adoptopenjdk: "*=2021-08-01 > eclipse-temurin",
  alpine:
    "3.9=2020-11-01 3.10=2021-05-01 3.11=2021-11-01 3.12=2022-05-01 3.13=2022-11-01 3.14=2023-05-01 3.15=2023-11-01 3.16=2024-05-23 3.17=2024-11-22 3.18=2025-05-09 3.19=2025-11-01 3.20=2026-04-01 3.21=2026-11-01 > 3.24",
  amazonlinux: "1=2023-12-31 2018=2023-12-31 > 2023",
  centos: "*=2024-06-30 > rockylinux/rockylinux:9",
  debian: "7=2018-05-31 8=2020-06-30 9=2022-06-30 10=2024-06-30 11=2026-08-31 > 13",
  fedora:
    "36=2023-05-16 37=2023-12-05 38=2024-05-21 39=2024-11-26 40=2025-05-13 41=2025-12-15 > 43",
  golang:
    "1.19=2023-09-06 1.20=2024-02-06 1.21=2024-08-13 1.22=2025-02-11 1.23=2025-08-12 1.24=2026-02-11 1.25=2026-08-12 > 1.27",
  java: "*=2016-12-31 > eclipse-temurin",
  jenkins: "*=2018-06-01 > jenkins/jenkins:lts",
  mariadb: "10.3=2023-05-25 10.4=2024-06-18 10.5=2025-06-24 10.6=2026-07-06 > 11.8",
  "mcr.microsoft.com/dotnet/aspnet": dotnet,
  "mcr.microsoft.com/dotnet/runtime": dotnet,
  "mcr.microsoft.com/dotnet/sdk": dotnet,
  "microsoft/dotnet": "*=2019-09-23 > mcr.microsoft.com/dotnet/sdk:10.0",
  mongo: "4.2=2023-04-30 4.4=2024-02-29 5=2024-10-31 6=2025-07-31 > 8",
  mysql: "5.6=2021-02-05 5.7=2023-10-31 8.0=2026-04-30 > 8.4",
  node: "8=2019-12-31 9=2018-06-30 10=2021-04-30 11=2019-06-01 12=2022-04-30 13=2020-06-01 14=2023-04-30 15=2021-06-01 16=2023-09-11 17=2022-06-01 18=2025-04-30 19=2023-06-01 20=2026-04-30 21=2024-06-01 22=2027-04-30 23=2025-06-01 > 24",
  openjdk: "*=2022-07-31 > eclipse-temurin",
  php: "5=2018-12-31 7=2022-11-28 8.0=2023-11-26 8.1=2025-12-31 8.2=2026-12-31 > 8.5",
  postgres:
    "9=2021-11-11 10=2022-11-10 11=2023-11-09 12=2024-11-21 13=2025-11-13 14=2026-11-12 > 18",
  python:
    "2=2020-01-01 3.5=2020-09-30 3.6=2021-12-23 3.7=2023-06-27 3.8=2024-10-07 3.9=2025-10-31 3.10=2026-10-31 > 3.14",
  ruby: "2=2023-03-31 3.0=2024-04-23 3.1=2025-03-26 3.2=2026-03-31 > 3.4",
  ubuntu:
    "14.04=2019-04-25 16.04=2021-04-30 17.10=2018-07-19 18.04=2023-05-31 19.10=2020-07-17 20.04=2025-05-31 20.10=2021-07-22 21.10=2022-07-14 22.04=2027-04-01 22.10=2023-07-20 23.10=2024-07-11 24.04=2029-04-01 24.10=2025-07-10 > 24.04",
};

/** Versions by the names that tags of Debian and Ubuntu bear. */
export const codenames: Readonly<Record<string, string>> = {
  wheezy: "debian 7",
  jessie: "debian 8",
  stretch: "debian 9",
  buster: "debian 10",
  bullseye: "debian 11",
  trusty: "ubuntu 14.04",
  xenial: "ubuntu 16.04",
  bionic: "ubuntu 18.04",
  focal: "ubuntu 20.04",
};
