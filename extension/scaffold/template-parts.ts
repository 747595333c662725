// What templates share, and templates for projects that differ from the usual of their kind. Data only.

/** All files before the packages are installed, where installing them reads more than their list. */
export const copyAll = `# Installing reads more than the list of packages.
# check=skip=CopyBeforeInstall
COPY . .`;

/** Where a user of its own runs the program. */
export const addUser = "RUN useradd --uid 10001 --create-home app";

/** The same for programs that write beside themselves: a database in a file, a log, a process id. */
export const addOwner = `${addUser} && chown app /app`;

/** What a Maven project without modules can load before its sources are there. */
export const mavenPrefetch = `COPY pom.xml ./
RUN --mount=type=cache,target=/root/.m2 mvn -B -q dependency:go-offline
`;

/** The last stage of both ways to build for Java. */
export const runJar = `FROM eclipse-temurin:{java}-jre AS final
${addUser}
COPY --from=build /app.jar /app/app.jar
USER 10001
EXPOSE {port}
ENTRYPOINT ["java", "-jar", "/app/app.jar"]
`;

/** A folder of which a web server gives away what is in it. */
export const webServer = "nginxinc/nginx-unprivileged:1.29-alpine";
/** Where it listens, whatever the site was developed on. */
export const WEB_SERVER_PORT = 8080;

/** Node.js projects that have to be built first: the program's files, or a site that a web server gives away. */
const nodeBuild = `# syntax=docker/dockerfile:1
FROM node:{node}-alpine AS build
WORKDIR /app
{copy}
RUN --mount=type=cache,target={cache} {installAll}
COPY . .
`;

export const nodeBuilt = `${nodeBuild}RUN {build}

FROM node:{node}-alpine AS final
WORKDIR /app
ENV NODE_ENV=production
RUN chown 1000 /app
COPY --from=build --chown=1000 /app ./
USER 1000
EXPOSE {port}
CMD {command}
`;

export const nodeSite = `${nodeBuild}RUN {build}

FROM ${webServer} AS final
COPY --from=build /app/{site} /usr/share/nginx/html/
EXPOSE {port}
`;

/** Python without packages. */
export const pythonAlone = `# syntax=docker/dockerfile:1
FROM python:{python}-slim AS final
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1{path}
WORKDIR /app
${addOwner}
COPY --chown=10001 . .
USER 10001
EXPOSE {port}
CMD {command}
`;

/** The first stage of both ways to build with Gradle. */
export const gradleBuild = `# syntax=docker/dockerfile:1
FROM gradle:{gradle}-jdk{java} AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/home/gradle/.gradle/caches gradle --no-daemon`;

/** A program with a start script and jars of its own. */
export const gradleInstalled = `${gradleBuild} installDist && \\
    mv {entry}/{program} /out

FROM eclipse-temurin:{java}-jre AS final
${addUser}
COPY --from=build /out /app
USER 10001
EXPOSE {port}
ENTRYPOINT {command}
`;
