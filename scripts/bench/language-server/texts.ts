// The texts that language servers are measured with, of any length, and the places in them where
// keys are typed and questions asked. The same length gives the same text on every machine.

export interface Spot {
  readonly line: number;
  readonly character: number;
}

export interface BenchText {
  readonly text: string;
  /** Where one letter is typed and taken away again: some break a rule or an instruction. */
  readonly edits: readonly Spot[];
  readonly completions: readonly Spot[];
  readonly hovers: readonly Spot[];
}

/** A pattern of lines, and the column in such a line. */
type Kind = readonly [line: RegExp, column: (line: string) => number];

const end = (line: string) => line.length;
const at = (word: string, plus: number) => (line: string) => line.indexOf(word) + plus;
const bases = ["node:24-slim", "golang:1.26-alpine", "python:3.14-slim", "debian:13"];

/** A Dockerfile of about so many lines, of stages that build on each other. */
export function dockerfileText(lines: number): BenchText {
  const all = ["# syntax=docker/dockerfile:1", "ARG REGISTRY=registry.example.com"];
  for (let stage = 0; all.length < lines; stage++) all.push(...stageLines(stage));
  return placed(all, {
    edits: [
      [/^ {4}&& make/, end],
      [/^(WORKDIR|EXPOSE)/, at(" ", 0)],
      [/^# Stage/, end],
      [/^echo "/, end],
      [/^FROM/, end],
    ],
    completions: [
      [/^(COPY|RUN|ENV|LABEL)/, () => 0],
      [/^FROM/, () => 5],
      [/^COPY --from=/, () => 12],
      [/^HEALTHCHECK --/, () => 14],
      [/\$PATH/, at("$PATH", 2)],
    ],
    hovers: [
      [/^(FROM|RUN|COPY|WORKDIR|EXPOSE|HEALTHCHECK)/, () => 2],
      [/\$\{VERSION_/, at("${VERSION_", 4)],
    ],
  });
}

function stageLines(stage: number): readonly string[] {
  const port = 3000 + (stage % 5000);
  return [
    "",
    `# Stage ${stage}`,
    `FROM \${REGISTRY}/${bases[stage % bases.length]} AS part${stage}`,
    `ARG VERSION_${stage}="1.${stage}.0"`,
    `LABEL org.opencontainers.image.title="part ${stage}" \\`,
    `      org.opencontainers.image.version="\${VERSION_${stage}}"`,
    `ENV HOME_OF_PART=/srv/part${stage} \\`,
    `    PATH=/srv/part${stage}/bin:$PATH`,
    "WORKDIR ${HOME_OF_PART}",
    "RUN apt-get update \\",
    "    && apt-get install -y --no-install-recommends ca-certificates curl \\",
    "    # The lists are of no use in the image.",
    "    && rm -rf /var/lib/apt/lists/*",
    "COPY --chown=1000:1000 package*.json ./",
    "RUN --mount=type=cache,target=/root/.npm npm ci --omit=dev",
    "RUN <<EOF",
    "set -eu",
    "for file in *.sh; do",
    '  chmod +x "$file"',
    "done",
    `echo "part ${stage} is ready" >> /var/log/build.log`,
    "EOF",
    `COPY <<"CONF" /etc/part${stage}.conf`,
    "[server]",
    `port = ${port}`,
    "CONF",
    ...(stage > 0
      ? [`COPY --from=part${stage - 1} /srv/part${stage - 1}/bin/ /usr/local/bin/`]
      : []),
    "RUN set -eux; \\",
    `    ./configure --prefix=/opt/part${stage} --enable-shared \\`,
    `    && make -j"$(nproc)" VERSION="\${VERSION_${stage}}" \\`,
    "    && make install",
    `VOLUME ["/var/lib/part${stage}"]`,
    `EXPOSE ${port}/tcp`,
    "USER 1000:1000",
    "HEALTHCHECK --interval=30s --timeout=5s --retries=3 \\",
    `    CMD curl -fsS http://localhost:${port}/health || exit 1`,
    `CMD ["serve", "--port", "${port}"]`,
  ];
}

/** A Compose file of so many services, with anchors, references and all kinds of values. */
export function composeText(services: number): BenchText {
  const all = [
    "name: bench",
    "x-common: &common",
    "  restart: unless-stopped",
    "  logging:",
    "    driver: json-file",
    "    options:",
    '      max-size: "10m"',
    "services:",
  ];
  for (let service = 0; service < services; service++) all.push(...serviceLines(service));
  all.push("networks:", "  front: {}", "  back:", "    driver: bridge", "volumes:");
  for (let volume = 0; volume < Math.min(services, 20); volume++) all.push(`  data${volume}: {}`);
  return placed(all, {
    edits: [
      [/^ {4}image: /, end],
      [/^ {4}ports:/, at(":", 0)],
      [/^ {6}LOG_LEVEL/, end],
      [/^ {6}retries/, end],
      [/^ {4}# Service/, end],
    ],
    completions: [
      [/^ {4}$/, end],
      [/^ {4}(image|ports|healthcheck)/, () => 4],
      [/^ {6}(interval|retries)/, () => 6],
      [/^ {6}- back/, () => 8],
      [/^ {4}image: /, end],
    ],
    hovers: [
      [/^ {4}(image|ports|networks|healthcheck|command|volumes)/, () => 6],
      [/^ {6}(retries|interval)/, () => 8],
    ],
  });
}

function serviceLines(service: number): readonly string[] {
  const some = (every: number, ...lines: string[]) => (service % every === 1 ? lines : []);
  return [
    `  part${service}:`,
    "    <<: *common",
    `    # Service ${service}`,
    `    image: registry.example.com/team/part-${service}:1.${service % 40}.0`,
    ...some(2, "    build:", `      context: ./part${service}`, "      target: runtime"),
    `    command: ["serve", "--port", "${3000 + (service % 5000)}"]`,
    "    environment:",
    "      LOG_LEVEL: ${LOG_LEVEL:-info}",
    `      NAME: part${service}`,
    "      DATABASE_URL: postgres://app@part0:5432/app",
    "    ports:",
    `      - "${10000 + service}:8080"`,
    "    volumes:",
    `      - data${service % 20}:/var/lib/data`,
    `      - ./config/part${service}.yaml:/etc/app/config.yaml:ro`,
    ...(service > 0
      ? ["    depends_on:", `      part${service >> 1}:`, "        condition: service_started"]
      : []),
    "    networks:",
    "      - back",
    ...some(3, "      - front"),
    "    healthcheck:",
    '      test: ["CMD", "curl", "-f", "http://localhost:8080/health"]',
    "      interval: 30s",
    "      timeout: 5s",
    "      retries: 3",
    ...some(2, "    deploy:", "      replicas: 2", "      resources:", "        limits:"),
    ...some(2, '          cpus: "0.50"', "          memory: 256M"),
    ...some(5, "    "),
  ];
}

function placed(
  lines: readonly string[],
  kinds: { readonly [K in "edits" | "completions" | "hovers"]: readonly Kind[] },
): BenchText {
  return {
    text: `${lines.join("\n")}\n`,
    edits: spots(lines, kinds.edits),
    completions: spots(lines, kinds.completions),
    hovers: spots(lines, kinds.hovers),
  };
}

/** Up to eight spots of each kind, spread over the text, the kinds by turns. */
function spots(lines: readonly string[], kinds: readonly Kind[]): readonly Spot[] {
  const byKind = kinds.map(([pattern, column]) => {
    const found = lines.flatMap((line, n) =>
      pattern.test(line) ? [{ line: n, character: column(line) }] : [],
    );
    const step = Math.max(1, Math.floor(found.length / 8));
    return found.filter((_, n) => n % step === 0).slice(0, 8);
  });
  return Array.from({ length: 8 }, (_, n) => byKind.flatMap((found) => found[n] ?? [])).flat();
}
