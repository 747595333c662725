// Builds without a context, and with one of 1 GiB: nothing of it needed, all of it copied, the same again; beside ours
// Docker's own client (buildx of Debian), where it can be had, on the same engine.
// Run: node scripts/bench/build.ts [MiB]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildImage } from "../../extension/engine/build/build.ts";
import { HttpClient } from "../../extension/engine/connection/http.ts";
import { isDebianRoot, unpackOnce } from "../debian.ts";
import { startEngine } from "../engine.ts";
import { removeLabelled, testLabel } from "../engine-api.ts";

const [mebibytes = "1024"] = process.argv.slice(2);
const own = await startEngine("bench-build");
const client = new HttpClient(async () => own.socket);
const engine = {
  client,
  hasBuildKit: true,
  cancelsSteps: true,
  credentials: async () => undefined,
};
const root = mkdtempSync(join(tmpdir(), "dockwright-bench-"));
const inSeconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`;

type Way = (folder: string) => Promise<string>;

/** Builds, and says how long it took. */
const ours: Way = async (folder) => {
  const before = process.cpuUsage();
  const labels = { [testLabel]: "1" };
  const { duration, sentBytes, steps } = await buildImage(engine, { folder, labels });
  const { user, system } = process.cpuUsage(before);
  const cpu = inSeconds((user + system) / 1000);
  // All but what loads the context is the engine's alone.
  const long = steps
    .filter((step) => step.duration > 50)
    .map((step) => `${step.name.slice(0, 30)} ${inSeconds(step.duration)}`);
  return `${inSeconds(duration)}, of them ${cpu} CPU of ours, ${sentBytes} bytes sent; ${long.join("; ")}`;
};

/** Docker's own client; it loads what it built not at all, as the engine builds for itself. */
function buildx(): Way | undefined {
  if (!isDebianRoot()) return undefined;
  const tree = unpackOnce("sid", ["docker-buildx"]);
  const program = join(tree, "usr/libexec/docker/cli-plugins/docker-buildx");
  const env = { ...process.env, DOCKER_HOST: `unix://${own.socket}`, DOCKER_CONFIG: root };
  return async (folder) => {
    const begun = performance.now();
    const args = ["build", "--progress=quiet", "--label", `${testLabel}=1`, folder];
    const { status, stderr } = spawnSync(program, args, { env, encoding: "utf8" });
    if (status !== 0) throw new Error(`buildx: ${stderr}`);
    return inSeconds(performance.now() - begun);
  };
}

/** Files that no other way has sent: the engine keeps what it got. */
function context(name: string): string {
  const folder = mkdtempSync(join(root, name));
  const block = Buffer.alloc(1 << 20);
  for (let n = 0; n < Number(mebibytes); n += 16) {
    const parts = Array.from({ length: 16 }, (_, i) => {
      block.write(`${name} ${Date.now()} ${n + i}`);
      return Buffer.from(block);
    });
    writeFileSync(join(folder, `part-${n}`), Buffer.concat(parts));
  }
  return folder;
}

async function measure(name: string, way: Way): Promise<void> {
  const folder = context(name);
  const run = async (what: string, dockerfile: string) => {
    writeFileSync(join(folder, "Dockerfile"), dockerfile);
    console.log(`build of ${mebibytes} MiB by ${name}, ${what}: ${await way(folder)}`);
  };
  const nothing = mkdtempSync(join(root, "empty"));
  writeFileSync(
    join(nothing, "Dockerfile"),
    `FROM busybox:1.35\nRUN echo ${name} ${Date.now()}0\n`,
  );
  console.log(`build without a context by ${name}: ${await way(nothing)}`);
  await run("none needed", `FROM busybox:1.35\nRUN echo ${name} ${Date.now()}\n`);
  const copy = `FROM busybox:1.35\nLABEL run=${name}${Date.now()}\nCOPY . /all/\n`;
  await run("all copied", copy);
  await run("unchanged", copy);
  rmSync(folder, { recursive: true, force: true });
  await removeLabelled(own.socket);
  await client.request({ method: "POST", path: "/build/prune", query: { all: true } });
}

try {
  await measure("us", ours);
  const theirs = buildx();
  if (theirs) await measure("buildx", theirs);
} finally {
  rmSync(root, { recursive: true, force: true });
  client.dispose();
  await own.stop();
}
