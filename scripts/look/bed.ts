// What the pictures show: an engine with a bit of everything on it, and Docker contexts beside it.

import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEngine } from "../engine.ts";
import { api, until } from "../engine-api.ts";
import { busyboxImage } from "../engine-images.ts";
import { publish, startRegistry } from "../registry.ts";

export interface Bed {
  /** Where the engine listens. */
  readonly socket: string;
  /** What may be used for as long as the bed is there. */
  readonly folder: string;
  /** The environment in which the docker CLI, and so the panel, finds this engine by a context's name. */
  readonly env: Readonly<Record<string, string>>;
  /** An image whose tag has another image in its registry by now; none where no registry can be had. */
  readonly outdated: string | undefined;
  /** A registry that the person is logged in to; none where no registry can be had. */
  readonly registry: string | undefined;
  end(): Promise<void>;
}

const ofShop = (service: string) => ({
  "com.docker.compose.project": "shop",
  "com.docker.compose.service": service,
});

/** A health check that is looked at often; an engine counts in nanoseconds. */
const check = (command: string) => ({
  Test: ["CMD-SHELL", command],
  Interval: 1e9,
  Timeout: 1e9,
  Retries: 1,
});

const published = (host: string, container: string) => ({
  ExposedPorts: { [`${container}/tcp`]: {} },
  HostConfig: { PortBindings: { [`${container}/tcp`]: [{ HostPort: host }] } },
});

/** Containers by name, in every state that a container can be kept in. */
const containers: Readonly<Record<string, object>> = {
  "shop-web-1": {
    Image: "shop/web:2.1",
    Cmd: ["httpd", "-f", "-p", "80", "-h", "/www"],
    Env: ["LANG=C"],
    Labels: ofShop("web"),
    Healthcheck: check("true"),
    ...published("8080", "80"),
  },
  "shop-db-1": {
    Labels: ofShop("db"),
    Cmd: ["sh", "-c", "sleep 5000 & sleep 6000 & sleep 7000"],
    Healthcheck: check("echo the disk is full; exit 1"),
    HostConfig: { Binds: ["shop_data:/var/lib/data"] },
  },
  "shop-migrate-1": { Labels: ofShop("migrate"), Cmd: ["sh", "-c", "echo no config; exit 3"] },
  backup: { HostConfig: { Binds: ["shop_data:/data:ro"] } },
  flaky: {
    Cmd: ["sh", "-c", "exit 1"],
    HostConfig: { RestartPolicy: { Name: "always" } },
  },
  "nightly-report": {},
};

/** What is done with a container after it was made; those that are not here are started. */
const left: Readonly<Record<string, readonly string[]>> = {
  backup: ["start", "pause"],
  "nightly-report": [],
};

/** Starts it. `name` is that of the engine's folder. */
export async function makeBed(name: string): Promise<Bed> {
  const engine = await startEngine(name);
  const { socket } = engine;
  const folder = mkdtempSync(join(tmpdir(), "docker-"));
  const post = poster(socket);
  const stops: (() => unknown)[] = [
    () => rmSync(folder, { recursive: true, force: true }),
    () => engine.stop(),
  ];
  const end = async () => {
    for (const stop of [...stops].reverse()) await stop();
  };
  try {
    await makeImages(socket, folder);
    const registry = await startRegistry(socket, join(folder, "registry")).catch(() => undefined);
    if (registry) stops.push(registry.stop);
    const outdated = registry && (await makeOutdated(socket, registry.address, post));
    if (registry) await publish(registry, "shop/web", ["latest", "2.1", "2.0"]);
    for (const name of ["shop_data", "downloads"]) await post("/volumes/create", { Name: name });
    const config = [{ Subnet: "172.28.0.0/16", Gateway: "172.28.0.1" }];
    await post("/networks/create", { Name: "shop_default", IPAM: { Config: config } });
    await makeContainers(post);
    await until("a health that is bad", async () =>
      (await api(socket, "GET", "/containers/json")).body.includes("(unhealthy)"),
    );
    const env = makeContexts(folder, socket, registry?.address);
    return { socket, folder, env, outdated, registry: registry?.address, end };
  } catch (error) {
    await end();
    throw error;
  }
}

interface Post {
  /** Posts, and gives the id of what was made. */
  (path: string, body?: object): Promise<string>;
  /** Removes a container. */
  remove(id: string): Promise<unknown>;
}

function poster(socket: string): Post {
  const post = async (path: string, body = {}) => {
    const reply = await api(socket, "POST", path, body);
    if (reply.status >= 400) throw new Error(`${path}: ${reply.body}`);
    return (JSON.parse(reply.body || "{}") as { Id?: string }).Id ?? "";
  };
  return Object.assign(post, {
    remove: (id: string) => api(socket, "DELETE", `/containers/${id}`),
  });
}

/** Makes an image of another one; gives its id. */
async function commit(post: Post, of: string, name: string, ...changes: string[]): Promise<string> {
  const made = await post("/containers/create", { Image: of, Cmd: ["true"] });
  const [, repo = "", tag = ""] = /^(.*):(.*)$/.exec(name) ?? [];
  const query = new URLSearchParams({ container: made, repo, tag });
  for (const change of changes) query.append("changes", change);
  const id = await post(`/commit?${query}`);
  await post.remove(made);
  return id;
}

/** Images by name, with the instructions that make them; what loses its name to a later one dangles. */
const images: readonly (readonly [name: string, ...instructions: string[]])[] = [
  ...["2.0", "2.1"].map((version): [string, ...string[]] => [
    `shop/web:${version}`,
    "WORKDIR /www",
    `RUN echo '<h1>Shop ${version}</h1>' >index.html`,
    "RUN dd if=/dev/urandom of=catalogue.db bs=100k count=84",
    `ENV VERSION=${version}`,
    "EXPOSE 80",
    'CMD ["httpd", "-f", "-p", "80", "-h", "/www"]',
  ]),
  ["registry.example.com/team/worker:2026-11", "RUN dd if=/dev/urandom of=/model bs=100k count=25"],
  ["shop/scratchpad:1", "RUN dd if=/dev/urandom of=/notes bs=10k count=31"],
  ["shop/scratchpad:1", "RUN dd if=/dev/urandom of=/notes bs=10k count=64"],
];

async function makeImages(socket: string, folder: string): Promise<void> {
  for (const [name, ...instructions] of images) {
    const lines = [`FROM ${busyboxImage}`, ...instructions];
    writeFileSync(join(folder, "Dockerfile"), lines.join("\n"));
    const tar = spawn("tar", ["-C", folder, "-cf", "-", "Dockerfile"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const { body } = await api(socket, "POST", `/build?rm=1&t=${name}`, tar.stdout);
    if (/"error"/.test(body)) throw new Error(`${name}: ${body}`);
  }
}

/** Pushes an image, lets another one take its tag in the registry, and gives the first one its tag back. */
async function makeOutdated(socket: string, address: string, post: Post): Promise<string> {
  const repo = `${address}/shop/api`;
  // Nobody is asked who they are, but older engines want an answer.
  const headers = { "X-Registry-Auth": Buffer.from("{}").toString("base64") };
  const ids: string[] = [];
  for (const version of ["1", "2"]) {
    ids.push(await commit(post, busyboxImage, `${repo}:1`, `ENV VERSION=${version}`));
    const pushed = await api(socket, "POST", `/images/${repo}/push?tag=1`, {}, headers);
    if (/"error"/.test(pushed.body)) throw new Error(pushed.body);
  }
  await post(`/images/${ids[0]}/tag?repo=${repo}&tag=1`);
  return `${repo}:1`;
}

async function makeContainers(post: Post): Promise<void> {
  for (const [name, more] of Object.entries(containers)) {
    const body = { Image: busyboxImage, Cmd: ["sleep", "5000"], StopTimeout: 0, ...more };
    const network = name.startsWith("shop-") ? "shop_default" : "bridge";
    const host = {
      NetworkMode: network,
      ...("HostConfig" in more ? (more.HostConfig as object) : {}),
    };
    const id = await post(`/containers/create?name=${name}`, { ...body, HostConfig: host });
    for (const verb of left[name] ?? ["start"]) await post(`/containers/${id}/${verb}`);
  }
}

/** What the docker CLI keeps for a person: this engine under a name, another one far away, and logins. */
function makeContexts(folder: string, socket: string, registry: string | undefined): Bed["env"] {
  // The path of the engine is this machine's; a picture is to show one as people have it.
  const near = join(folder, "docker.sock");
  symlinkSync(socket, near);
  const contexts = { laptop: `unix://${near}`, staging: "ssh://deploy@staging.example.com" };
  for (const [Name, Host] of Object.entries(contexts)) {
    const id = createHash("sha256").update(Name).digest("hex");
    const meta = join(folder, "docker/contexts/meta", id);
    mkdirSync(meta, { recursive: true });
    const endpoint = { Host, SkipTLSVerify: false };
    writeFileSync(
      join(meta, "meta.json"),
      JSON.stringify({ Name, Metadata: {}, Endpoints: { docker: endpoint } }),
    );
  }
  const registries = ["https://index.docker.io/v1/", ...(registry ? [registry] : [])];
  const auth = Buffer.from("deploy:").toString("base64");
  const auths = Object.fromEntries(registries.map((key) => [key, { auth }]));
  writeFileSync(
    join(folder, "docker/config.json"),
    JSON.stringify({ currentContext: "laptop", auths }),
  );
  return { DOCKER_CONFIG: join(folder, "docker"), DOCKER_HOST: "", DOCKER_CONTEXT: "" };
}
