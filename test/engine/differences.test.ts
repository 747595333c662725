// Where engines differ: the same must come of it on each of them, or “unsupported here” must be said plainly.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { EngineInfo } from "../../extension/engine/dialect.ts";
import type { Disposable } from "../../extension/engine/disposable.ts";
import { Engine } from "../../extension/engine/engine.ts";
import { events } from "../../extension/engine/model/events.ts";
import type { Container, EngineObject } from "../../extension/engine/model/objects.ts";
import { attach } from "../../extension/engine/streams/attach.ts";
import { exec } from "../../extension/engine/streams/exec.ts";
import { type LogOptions, logLines } from "../../extension/engine/streams/logs.ts";
import { StatsReader } from "../../extension/engine/streams/stats.ts";
import * as containers from "../../extension/engine/verbs/containers.ts";
import * as networks from "../../extension/engine/verbs/networks.ts";
import { runDetached } from "../../extension/engine/verbs/run.ts";
import { diskUsage, info } from "../../extension/engine/verbs/system.ts";
import * as volumes from "../../extension/engine/verbs/volumes.ts";
import {
  busybox,
  cleanUp,
  engineAt,
  hello,
  isPodman,
  labels,
  engine as raw,
  socket,
  until,
} from "./engine.ts";
import { execAndKeep } from "./exec-and-keep.ts";

const engine = engineAt(socket);
const { model } = engine;
let watching: Disposable;
let facts: EngineInfo;

before(async () => {
  watching = model.watch();
  await model.whenLive(AbortSignal.timeout(60_000));
  facts = await engine.facts();
});
after(async () => {
  watching.dispose();
  engine.dispose();
  await cleanUp();
});

const Labels = { ...labels };
const wish = (...Cmd: string[]) => ({ Image: busybox, Cmd, Labels });

/** The object once the model has it in the state that is wanted. */
const known = <T extends EngineObject>(
  all: () => ReadonlyMap<string, T>,
  id: string,
  holds: (one: T) => boolean = () => true,
): Promise<T> =>
  until(`${id} in the model`, () => {
    const one = all().get(id);
    return one && holds(one) ? one : undefined;
  });

const container = (id: string, holds?: (one: Container) => boolean) =>
  known(() => model.containers, id, holds);

async function linesOf(id: string, options: LogOptions = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const { stream, text } of logLines(engine, id, options))
    lines.push(`${stream}: ${text}`);
  return lines;
}

test("the engine says what it is", async () => {
  assert.equal(facts.podman, isPodman);
  assert.equal(facts.product, isPodman ? "Podman" : "Docker");
  assert.match(facts.version, /^\d+\.\d+/);
  assert.equal(facts.version, (await info(engine)).ServerVersion);
  assert.equal(facts.buildKit, !isPodman);
});

test("volumes come and go", async () => {
  const name = await volumes.create(engine, { name: "differences-volume", labels: Labels });
  await known(() => model.volumes, name);
  await volumes.remove(engine, name);
  await until("its end", () => !model.volumes.has(name));
});

test("networks come and go, and a container joins and leaves one", async () => {
  const name = "differences-net";
  const id = await networks.create(engine, { name, labels: Labels }).catch((error: unknown) => {
    // An engine that may set up no bridge here says so.
    assert.match(String(error), /bridge|iptables|network/i);
  });
  if (!id) return;
  const network = await known(() => model.networks, id);
  assert.equal(network.name, name);
  const guest = await runDetached(engine, wish("sleep", "1000"));
  await networks.connect(engine, id, guest.id);
  const isIn = (wanted: boolean) => (one: { networks: readonly { name: string }[] }) =>
    one.networks.some((each) => each.name === name) === wanted;
  await container(guest.id, isIn(true));
  await networks.disconnect(engine, id, guest.id, { force: true });
  await container(guest.id, isIn(false));
  await containers.remove(engine, guest.id, { force: true });
  await networks.remove(engine, id);
  await until("its end", () => !model.networks.has(id));
});

test("networks that others make and remove are seen, at the latest when somebody looks", async (context) => {
  const name = "differences-others";
  const made = await raw("POST", "/networks/create", { Name: name, Labels });
  if (made.status !== 201) return context.skip("no network can be made here");
  engine.unseen.look();
  const { Id: id } = JSON.parse(made.body) as { Id: string };
  await known(() => model.networks, id);
  // As Compose does it: containers first.
  const guest = await runDetached(engine, wish("sleep", "1000"));
  await container(guest.id);
  await until("the removal of both", async () => {
    await raw("DELETE", `/containers/${guest.id}?force=true`);
    return /^20\d$/.test(String((await raw("DELETE", `/networks/${id}`)).status));
  });
  await until("its end", () => !model.networks.has(id));
});

test("a container: its image, command, ports and state, from creation to removal", async () => {
  const { Id: id } = await containers.create(engine, {
    Image: hello,
    Labels: { ...Labels, "odd\u0007key": "odd\u001b[31mvalue" },
    ExposedPorts: { "80/tcp": {} },
    HostConfig: { PortBindings: { "80/tcp": [{ HostPort: "38271" }] } },
  });
  const made = await container(id);
  assert.deepEqual([made.state, made.image], ["created", hello]);
  assert.equal(made.labels["odd\u0007key"], "odd\u001b[31mvalue");
  assert.ok(model.images.has(made.imageId));
  const isRunning = await containers.start(engine, id).then(
    () => true,
    () => false,
  );
  if (isRunning) {
    const { ports } = await container(
      id,
      (one) => one.state === "running" && one.ports.some(({ host }) => host),
    );
    assert.deepEqual([ports[0]?.container, ports[0]?.host, ports[0]?.protocol], [80, 38271, "tcp"]);
    await containers.pause(engine, id);
    await container(id, ({ state }) => state === "paused");
    await containers.unpause(engine, id);
    await containers.stop(engine, id, 0);
    await container(id, ({ state, exitCode }) => state === "exited" && exitCode !== undefined);
  }
  await containers.remove(engine, id, { force: true });
  await until("its end", () => !model.containers.has(id));
});

test("logs: both streams, the tail, timestamps, a terminal's", async () => {
  const say = "echo one; echo two >&2; sleep 2; echo three";
  const { id } = await runDetached(engine, wish("sh", "-c", say));
  await containers.wait(engine, id);
  const all = await linesOf(id);
  assert.deepEqual(all.sort(), ["stderr: two", "stdout: one", "stdout: three"]);
  assert.deepEqual(await linesOf(id, { tail: 1 }), ["stdout: three"]);
  assert.deepEqual(await linesOf(id, { stdout: false }), ["stderr: two"]);
  const [stamped = ""] = await linesOf(id, { tail: 1, timestamps: true });
  assert.match(stamped, /^stdout: \d{4}-\d\d-\d\dT[\d:.]+\S* three$/);
  assert.deepEqual(await linesOf(id, { until: "1h" }), []);
  const terminal = await runDetached(engine, { ...wish("echo", "in a terminal"), Tty: true });
  await containers.wait(engine, terminal.id);
  assert.deepEqual(await linesOf(terminal.id), ["stdout: in a terminal"]);
  for (const one of [id, terminal.id]) await containers.remove(engine, one);
});

test("a terminal is resized at once, and nothing is typed into it but what is typed", async () => {
  const { Id: id } = await containers.create(engine, {
    ...wish("sh", "-c", "cat; echo over"),
    OpenStdin: true,
    StdinOnce: true,
  });
  const session = await attach(engine, id, { tty: false });
  await containers.start(engine, id);
  await session.write("typed\n");
  session.endInput();
  let output = "";
  for await (const { bytes } of session.output) output += bytes;
  assert.equal(output, "typed\nover\n");
  await containers.remove(engine, id, { force: true });
  const { id: shell } = await runDetached(engine, wish("sleep", "1000"));
  const terminal = await exec(engine, shell, { command: ["sh"] });
  await terminal.resize(101, 31);
  await terminal.write("stty size; exit 4\n");
  let shown = "";
  for await (const { bytes } of terminal.output) shown += bytes;
  assert.match(shown, /31 101/);
  assert.equal(await terminal.exitCode(), 4);
  await containers.remove(engine, shell, { force: true });
});

test("a program that is not there is told, by an error or by the exit code", async () => {
  const { id } = await runDetached(engine, wish("sleep", "1000"));
  const ran = await execAndKeep(engine, id, ["no-such-program"]).catch((error: Error) => error);
  if (ran instanceof Error) assert.equal(ran.name, "EngineError");
  else assert.ok(ran.exitCode > 0, JSON.stringify(ran));
  await containers.remove(engine, id, { force: true });
});

test("two samples give the use of the processor", async () => {
  const { id } = await runDetached(engine, wish("sh", "-c", "while :; do :; done"));
  const reader = new StatsReader(engine);
  await reader.read(id);
  const cpu = await until("a busy processor", async () => {
    const stats = await reader.read(id);
    return stats.cpu !== undefined && stats.cpu > 1 && stats.memory > 0 ? stats.cpu : undefined;
  });
  assert.ok(cpu < 10_000);
  await containers.remove(engine, id, { force: true });
});

test("past events are told in Docker's words, and end at the time that is asked for", async () => {
  const since = Date.now() / 1000 - 1;
  const { id } = await runDetached(engine, wish("true"));
  await containers.wait(engine, id);
  await containers.remove(engine, id, { force: true });
  await until("its end", () => !model.containers.has(id));
  const seen: string[] = [];
  const filters = { container: [id] };
  const options = { since, until: Date.now() / 1000 + 1, filters };
  for await (const event of events(engine, options)) if (event.id === id) seen.push(event.action);
  for (const action of ["create", "start", "die", "destroy"])
    assert.ok(seen.includes(action), `${action} in ${seen}`);
});

test("events are cut off without an error of the program", async () => {
  const stop = new AbortController();
  const reading = (async () => {
    for await (const _ of events(engine, { signal: stop.signal, onOpen: () => stop.abort() }));
  })();
  await assert.rejects(reading);
});

test("disk usage has the names that people know, and tells what is used", async () => {
  const { Id: id } = await containers.create(engine, wish("true"));
  const name = await volumes.create(engine, { labels: Labels });
  const items = await diskUsage(engine);
  const image = items.find((item) => item.kind === "image" && item.name === busybox);
  assert.ok(image?.inUse && model.images.has(image.id), JSON.stringify(image));
  const used = (wanted: string) => items.find((item) => item.id === wanted)?.inUse;
  assert.deepEqual([used(id), used(name)], [false, false]);
  await containers.remove(engine, id);
  await volumes.remove(engine, name);
});

test("a name that is taken is a conflict, and another one is asked for", async () => {
  const named = { ...wish("true"), name: "differences-taken" };
  const { Id: id } = await containers.create(engine, named);
  const taken = { kind: "conflict", remedy: /another name/ };
  await assert.rejects(containers.create(engine, named), taken);
  await containers.remove(engine, id);
});

test("“already so” is success, and “in use” says what helps", async () => {
  const { id } = await runDetached(engine, wish("sleep", "1000"));
  await containers.start(engine, id);
  await assert.rejects(containers.remove(engine, id), { name: "EngineError", remedy: /force/ });
  await containers.stop(engine, id, 0);
  await containers.stop(engine, id, 0);
  await containers.remove(engine, id);
  await assert.rejects(containers.inspect(engine, id), { kind: "notFound" });
});

test("what the engine cannot do is said with the engine's name", async () => {
  const said = `${facts.product} ${facts.version} does not support that.`;
  const unsupported = { kind: "unsupported", said, remedy: /newer/ };
  await assert.rejects(engine.request({ path: "/no/such/thing" }), unsupported);
  const { Id: id } = await containers.create(engine, wish("true"));
  const updating = containers.update(engine, id, { RestartPolicy: { Name: "always" } });
  if (isPodman) await assert.rejects(updating, unsupported);
  else await updating;
  await containers.remove(engine, id);
});

test("an older version of the API is spoken, one that is too new is refused", async () => {
  const versioned = (apiVersion: string) => new Engine({ ...engine.endpoint, apiVersion });
  const old = versioned("1.40");
  const tooNew = versioned("1.99");
  try {
    await old.connect();
    assert.ok((await old.request<object[]>({ path: "/images/json" })).length > 0);
    await assert.rejects(tooNew.connect(), { kind: "tooOld", remedy: /DOCKER_API_VERSION/ });
    assert.equal(tooNew.state.status, "tooOld");
  } finally {
    old.dispose();
    tooNew.dispose();
  }
});
