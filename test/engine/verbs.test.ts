// The engine layer's verbs on a real engine: their effect, and the failing ways.
import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { familiar } from "../../extension/engine/references.ts";
import { copyIn, copyOut, statPath } from "../../extension/engine/streams/archive.ts";
import { exec, findShell } from "../../extension/engine/streams/exec.ts";
import { logLines } from "../../extension/engine/streams/logs.ts";
import { StatsReader } from "../../extension/engine/streams/stats.ts";
import * as containers from "../../extension/engine/verbs/containers.ts";
import * as images from "../../extension/engine/verbs/images.ts";
import * as networks from "../../extension/engine/verbs/networks.ts";
import { run, runDetached } from "../../extension/engine/verbs/run.ts";
import { diskUsage } from "../../extension/engine/verbs/system.ts";
import * as volumes from "../../extension/engine/verbs/volumes.ts";
import { busybox, cleanUp, engineAt, isPodman, labels, socket } from "./engine.ts";
import { execAndKeep } from "./exec-and-keep.ts";

const engine = engineAt(socket);
after(async () => {
  engine.dispose();
  await cleanUp();
});

const Labels = { ...labels };
const options = (Cmd: string[]) => ({ Image: busybox, Cmd, Labels });
const sleeper = options(["sleep", "1000"]);

async function outputOf(output: AsyncIterable<{ bytes: Buffer }>) {
  const chunks: Buffer[] = [];
  for await (const { bytes } of output) chunks.push(bytes);
  return Buffer.concat(chunks).toString();
}

test("run gives the output, the exit code and what is typed, and removes itself", async () => {
  const session = await run(engine, {
    ...options(["sh", "-c", "cat; exit 5"]),
    OpenStdin: true,
    HostConfig: { AutoRemove: true },
  });
  await session.write("typed\n");
  session.endInput();
  assert.equal(await outputOf(session.output), "typed\n");
  assert.equal(await session.exitCode(), 5);
  await assert.rejects(containers.inspect(engine, session.id), { kind: "notFound" });
});

test("exec: output, streams and exit code; a terminal of the right size", async () => {
  const { id } = await runDetached(engine, sleeper);
  const ran = await execAndKeep(engine, id, ["sh", "-c", "echo a; echo b >&2; exit 3"]);
  assert.deepEqual(ran, { exitCode: 3, stdout: "a\n", stderr: "b\n" });
  assert.match((await findShell(engine, id)) ?? "", /sh$/);
  const session = await exec(engine, id, { command: ["sh"] });
  await session.resize(100, 30);
  await session.write("stty size; exit 7\n");
  assert.match(await outputOf(session.output), /30 100/);
  assert.equal(await session.exitCode(), 7);
  await containers.remove(engine, id, { force: true });
  await assert.rejects(exec(engine, id, { command: ["sh"] }), { kind: "notFound" });
});

test("logs come in order and complete, by lines and by streams", async () => {
  const { id } = await runDetached(
    engine,
    options([
      "sh",
      "-c",
      "i=0; while [ $i -lt 5000 ]; do echo line $i; i=$((i+1)); done; echo end >&2",
    ]),
  );
  await containers.wait(engine, id);
  let next = 0;
  const errors: string[] = [];
  // Podman 4.3 drops lines from what was there before when it follows.
  for await (const { stream, text } of logLines(engine, id, { follow: !isPodman })) {
    if (stream === "stderr") errors.push(text);
    else assert.equal(text, `line ${next++}`);
  }
  assert.equal(next, 5000);
  assert.deepEqual(errors, ["end"]);
  const last: string[] = [];
  for await (const { text } of logLines(engine, id, { tail: 2, stderr: false })) last.push(text);
  assert.ok(last.includes("line 4999"));
});

test("following a log ends without an error when it is aborted", async () => {
  const { id } = await runDetached(engine, options(["sh", "-c", "echo one; sleep 1000"]));
  const stop = new AbortController();
  const seen: string[] = [];
  for await (const { text } of logLines(engine, id, { follow: true, signal: stop.signal })) {
    seen.push(text);
    stop.abort();
  }
  assert.deepEqual(seen, ["one"]);
  const stats = await new StatsReader(engine).read(id);
  assert.ok(stats.memory > 0 && stats.cpu === undefined);
  await containers.remove(engine, id, { force: true });
});

test("files go in and come out; links do not come out", async () => {
  const { Id: id } = await containers.create(engine, sleeper);
  const folder = await mkdtemp(join(tmpdir(), "dockwright-verbs-"));
  try {
    await writeFile(join(folder, "in.txt"), "안녕하세요", { mode: 0o600 });
    await symlink("/etc/passwd", join(folder, "link"));
    await copyIn(engine, id, [join(folder, "in.txt"), join(folder, "link")], "/tmp");
    assert.deepEqual(
      [
        (await statPath(engine, id, "/tmp/in.txt")).mode,
        (await statPath(engine, id, "/tmp")).folder,
      ],
      [0o600, true],
    );
    const out = join(folder, "out");
    const copied = await copyOut(engine, id, "/tmp", out);
    assert.deepEqual(copied.skipped, ["tmp/link"]);
    assert.equal(await readFile(join(out, "tmp", "in.txt"), "utf8"), "안녕하세요");
    await assert.rejects(statPath(engine, id, "/nothing"), { kind: "notFound" });
    const changes = await containers.diff(engine, id);
    assert.ok(changes.some(({ path, change }) => path === "/tmp/in.txt" && change === "added"));
  } finally {
    await rm(folder, { recursive: true, force: true });
    await containers.remove(engine, id);
  }
});

test("images: commit, tag, history, save, load, remove; wrong names are refused here", async () => {
  const { Id: id } = await containers.create(engine, sleeper);
  const name = `dockwright-verbs-${id.slice(0, 8)}`;
  const changes = Object.keys(labels).map((key) => `LABEL ${key}=${labels[key]}`);
  const image = await containers.commit(engine, id, { repository: name, tag: "1", changes });
  await images.tag(engine, image, `${name}:2`);
  const { RepoTags } = await images.inspect(engine, `${name}:2`);
  assert.deepEqual(RepoTags.map(familiar).sort(), [`${name}:1`, `${name}:2`]);
  assert.ok((await images.history(engine, image)).length >= 1);
  const tar = await images.save(engine, [`${name}:2`]);
  const chunks: Buffer[] = [];
  for await (const chunk of tar) chunks.push(chunk as Buffer);
  await images.remove(engine, `${name}:1`);
  const { untagged } = await images.remove(engine, `${name}:2`);
  assert.deepEqual(untagged, [`${name}:2`]);
  const { Readable } = await import("node:stream");
  assert.deepEqual(await images.load(engine, Readable.from(chunks)), [`${name}:2`]);
  await images.remove(engine, `${name}:2`, { force: true });
  await assert.rejects(images.tag(engine, busybox, "Not A Name"), { kind: "invalid" });
  await assert.rejects(images.inspect(engine, "../containers/x"), { name: "EngineError" });
  await containers.remove(engine, id);
});

test("volumes: in use is said with what helps; what nobody uses is told", async () => {
  const name = await volumes.create(engine, { labels: Labels });
  const { Id: id } = await containers.create(engine, {
    ...sleeper,
    HostConfig: { Binds: [`${name}:/data`] },
  });
  await assert.rejects(volumes.remove(engine, name), {
    kind: "conflict",
    remedy: /containers that use it/,
  });
  await containers.remove(engine, id);
  const items = await diskUsage(engine);
  assert.equal(items.find(({ kind, id }) => kind === "volume" && id === name)?.inUse, false);
  await volumes.remove(engine, name);
  await assert.rejects(volumes.inspect(engine, name), { kind: "notFound" });
});

test("dockerode speaks to the same engine, whatever DOCKER_HOST says", async () => {
  const before = process.env.DOCKER_HOST;
  process.env.DOCKER_HOST = "tcp://127.0.0.1:1";
  try {
    const fresh = engineAt(socket);
    assert.equal(String(await fresh.docker((docker) => docker.ping())), "OK");
    fresh.dispose();
  } finally {
    if (before === undefined) delete process.env.DOCKER_HOST;
    else process.env.DOCKER_HOST = before;
  }
});

test("networks that the engine made cannot be removed, and it says so", async () => {
  await assert.rejects(networks.remove(engine, "none"), { name: "EngineError" });
  await assert.rejects(networks.inspect(engine, "no-such-network"), { kind: "notFound" });
});
