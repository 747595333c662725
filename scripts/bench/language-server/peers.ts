// The language servers that others use, installed by npm into a folder that is kept for the next run.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerLine } from "./client.ts";
import type { Subject } from "./measure.ts";

export interface Server extends ServerLine {
  readonly name: string;
}

const schema = pathToFileURL(resolve("language-server/compose/schema/compose-spec.json")).href;

interface Peer {
  readonly subject: Subject["name"];
  readonly package: string;
  readonly version: string;
  readonly program: string;
  readonly initializationOptions?: unknown;
  readonly settings?: Readonly<Record<string, unknown>>;
}

const peers: readonly Peer[] = [
  {
    subject: "Dockerfile",
    package: "dockerfile-language-server-nodejs",
    version: "0.15.0",
    program: "bin/docker-langserver",
  },
  {
    subject: "Compose",
    package: "@microsoft/compose-language-service",
    version: "1.0.0",
    program: "bin/docker-compose-langserver",
    // Else it waits for a second after each key.
    initializationOptions: { diagnosticDelay: 0 },
  },
  {
    subject: "Compose",
    package: "yaml-language-server",
    version: "2.0.0",
    program: "bin/yaml-language-server",
    settings: {
      yaml: {
        schemas: { [schema]: "*" },
        schemaStore: { enable: false },
        kubernetesCRDStore: { enable: false },
        validate: true,
        hover: true,
        completion: true,
        format: { enable: true },
      },
    },
  },
];

/** The peers of a kind of file, ready to start. */
export function installPeers(subject: Subject["name"]): readonly Server[] {
  const folder = join(tmpdir(), "dockwright-bench-peers");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "package.json")))
    writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const wanted = peers.filter((peer) => peer.subject === subject);
  const missing = wanted.filter((peer) => !existsSync(join(folder, "node_modules", peer.package)));
  if (missing.length > 0)
    execFileSync(
      "npm",
      ["install", "--ignore-scripts", "--no-audit", "--no-fund"].concat(
        missing.map((peer) => `${peer.package}@${peer.version}`),
      ),
      {
        cwd: folder,
        stdio: ["ignore", "ignore", "inherit"],
        // npm looks at the Node that it runs on when it chooses versions.
        env: {
          ...process.env,
          PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ""}`,
        },
      },
    );
  return wanted.map((peer) => ({
    name: `${peer.package} ${peer.version}`,
    command: [join(folder, "node_modules", peer.package, peer.program), "--stdio"],
    initializationOptions: peer.initializationOptions,
    ...(peer.settings && { settings: peer.settings }),
  }));
}
