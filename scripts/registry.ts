// A registry on loopback, Debian's own, beside an engine: where the engine can reach it.
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isDebianRoot, ownSuite, unpackOnce } from "./debian.ts";
import { freePort } from "./editor.ts";
import { api, until } from "./engine-api.ts";
import { engineProcess } from "./engine-network.ts";

export interface Registry {
  /** `127.0.0.1:PORT`, as references begin with it. */
  readonly address: string;
  stop(): void;
}

/** Who may use a registry: a name, a word, and the line that the registry keeps of them. */
export interface RegistryUser {
  readonly name: string;
  readonly password: string;
  /** In bcrypt, the only hash that the registry takes. */
  readonly line: string;
}

/**
 * Starts one that keeps its images below `folder`; without a user everybody may use it. Engine and this
 * process reach it at the same address. @throws where there is no Debian
 */
export async function startRegistry(
  socket: string,
  folder: string,
  user?: RegistryUser,
  { deletes = false } = {},
): Promise<Registry> {
  if (!isDebianRoot()) throw new Error("there is no Debian here");
  const program = join(unpackOnce(ownSuite(), ["docker-registry"]), "usr/bin/docker-registry");
  const address = `127.0.0.1:${await freePort()}`;
  mkdirSync(folder, { recursive: true });
  const passwords = join(folder, "passwords");
  if (user) writeFileSync(passwords, `${user.line}\n`);
  const config = [
    "version: 0.1",
    "log: { level: error }",
    `storage: { filesystem: { rootdirectory: "${join(folder, "data")}" }, delete: { enabled: ${deletes} } }`,
    `http: { addr: "${address}" }`,
    ...(user ? [`auth: { htpasswd: { realm: test, path: "${passwords}" } }`] : []),
  ];
  writeFileSync(join(folder, "config.yml"), config.join("\n"));
  const line = [program, "serve", join(folder, "config.yml")] as const;
  const processes = [besideEngine(socket, ...line)];
  // To an engine with a network of its own, another one speaks for the same folder.
  if (isApart(socket)) processes.push(spawn(program, line.slice(1), { stdio: "ignore" }));
  const stop = () => {
    for (const one of processes) one.kill("SIGKILL");
  };
  const { name: username, password } = user ?? { name: "anybody", password: "any" };
  const body = { username, password, serveraddress: address };
  const answers = async () =>
    (await api(socket, "POST", "/auth", body)).status === 200 &&
    (await fetch(`http://${address}/v2/`).catch(() => undefined)) !== undefined;
  await until("the registry", answers).catch((error) => {
    stop();
    throw error;
  });
  return { address, stop };
}

/** Whether the engine has a network of its own. */
function isApart(socket: string): boolean {
  const pid = engineProcess(socket);
  const network = (of: string) => readlinkSync(`/proc/${of}/ns/net`);
  return pid !== undefined && network(pid) !== network("self");
}

/** Starts a program in the engine's own network, if it has one. */
export function besideEngine(socket: string, ...line: string[]): ChildProcess {
  const pid = engineProcess(socket);
  const [first = "", ...rest] = pid ? ["nsenter", `--net=/proc/${pid}/ns/net`, ...line] : line;
  return spawn(first, rest, { stdio: "ignore" });
}

interface Place {
  readonly address: string;
  readonly user?: RegistryUser;
}

const manifestType = "application/vnd.docker.distribution.manifest.v2+json";

/**
 * Puts an image without files into a registry, under these tags; of another `note` it is another one.
 * `more` stands in its configuration, too.
 */
export async function publish(
  { address, user }: Place,
  repository: string,
  tags: readonly string[],
  note = "",
  more: object = {},
): Promise<void> {
  const login = user && Buffer.from(`${user.name}:${user.password}`).toString("base64");
  const ask = async (method: string, url: string, body = "", type = "application/octet-stream") => {
    const headers = { ...(login && { Authorization: `Basic ${login}` }), "Content-Type": type };
    const reply = await fetch(url, { method, headers, ...(body && { body }) });
    if (!reply.ok) throw new Error(`${method} ${url}: ${reply.status} ${await reply.text()}`);
    return reply;
  };
  const config = JSON.stringify({
    architecture: "amd64",
    os: "linux",
    created: "2026-01-02T03:04:05Z",
    config: {},
    rootfs: { type: "layers", diff_ids: [] },
    comment: note,
    ...more,
  });
  const digest = `sha256:${createHash("sha256").update(config).digest("hex")}`;
  const at = `http://${address}/v2/${repository}`;
  const upload = await ask("POST", `${at}/blobs/uploads/`);
  const place = new URL(upload.headers.get("location") ?? "", at);
  place.searchParams.set("digest", digest);
  await ask("PUT", place.href, config);
  const mediaType = "application/vnd.docker.container.image.v1+json";
  const manifest = JSON.stringify({
    schemaVersion: 2,
    mediaType: manifestType,
    config: { mediaType, size: config.length, digest },
    layers: [],
  });
  for (const tag of tags) await ask("PUT", `${at}/manifests/${tag}`, manifest, manifestType);
}
