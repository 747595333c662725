// An "engine" that misbehaves, on real sockets: the state says so with what helps, the model goes on trying in
// bounded time and memory, heals as soon as the engine does, and no rejection goes unhandled.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import {
  createContext,
  useContext,
  watchContexts,
} from "../../../extension/engine/connection/contexts.ts";
import { accessHint, startHint } from "../../../extension/engine/connection/hints.ts";
import { Engine } from "../../../extension/engine/engine.ts";
import { until } from "../../../scripts/engine-api.ts";
import { badOn, bedWith, good, json, type Manner } from "./engine-bed.ts";

const unhandled: unknown[] = [];
process.on("unhandledRejection", (reason) => unhandled.push(reason));
after(() => assert.deepEqual(unhandled, []));

const pour = (socket: Socket) => {
  const part = Buffer.alloc(1 << 20, "x");
  const more = () => {
    while (!socket.destroyed && socket.write(part));
    socket.once("drain", more);
  };
  socket.write("HTTP/1.1 200 OK\r\n\r\n");
  more();
};

const manners: [name: string, manner: Manner, says: RegExp][] = [
  [
    "answers everything with 500",
    (_, socket) =>
      socket.write(
        json('{"message":"disk\\u001b[31m on fire"}').replace(
          "200 OK",
          "500 Internal Server Error",
        ),
      ),
    /disk \[31m on fire/,
  ],
  ["hangs up on everything", (_, socket) => socket.destroy(), /cut/],
  ["ends its side without a word", (_, socket) => socket.end(), /cut/],
  ["is another program", (_, socket) => socket.end("220 mail ESMTP\r\n"), /not a Docker engine/],
  [
    "cuts its lists",
    badOn("/containers/json", (s) => s.end(json('[{"Id":"a"}]').slice(0, -5))),
    /cut/,
  ],
  [
    "gives lists that are no JSON",
    badOn("/images/json", (s) => s.write(json("<html>"))),
    /not JSON/,
  ],
  [
    "pours out a head without end",
    (_, socket) => socket.write(`HTTP/1.1 200 OK\r\n${"X: y\r\n".repeat(100_000)}`),
    /not a Docker engine/,
  ],
  ["pours out a list without end", badOn("/containers/json", pour), /longer/],
  ["pours out an event without end", badOn("/events", pour), /longer/],
  [
    "tells events that are no JSON",
    badOn("/events", (s) => s.write("HTTP/1.1 200 OK\r\n\r\nno event\n")),
    /not JSON/,
  ],
];

for (const [name, manner, says] of manners)
  test(`an engine that ${name} is told, and heals`, async (context) => {
    const { bed, engine, sockets } = await bedWith(context, manner);
    await until("the complaint", () => says.test(engine.state.message));
    assert.notEqual(engine.state.status, "connected");
    assert.doesNotMatch(engine.state.message, /[\u0000-\u001f]/);
    bed.manner = good;
    for (const socket of sockets) socket.destroy();
    await until("the model", () => engine.model.live && engine.model.containers.has("a"));
    assert.equal(engine.state.status, "connected");
    assert.equal(engine.state.message, "");
  });

test("an engine that accepts and never answers is told as long as it does, and heals", async (context) => {
  let tries = 0;
  const { bed, engine, sockets } = await bedWith(context, () => tries++, 100);
  const states: string[] = [];
  engine.onDidChangeState(({ status }) => states.push(status));
  await until("the complaint", () => /does not answer/.test(engine.state.message));
  assert.match(engine.state.remedy, /restart/);
  await until("further tries", () => tries >= 3);
  assert.deepEqual(states, ["unreachable"], "what is wrong does not flicker");
  bed.manner = good;
  for (const socket of sockets) socket.destroy();
  await until("the model", () => engine.model.live && engine.model.containers.has("a"));
  assert.equal(engine.state.status, "connected");
});

test("lists of other things than objects hold the objects that are in them", async (context) => {
  const odd =
    '[null,5,"x",[],{},{"Id":7},{"Id":"a","Names":"one","Labels":[1],"Ports":{"a":null}}]';
  const { engine } = await bedWith(context, (path, socket) => {
    if (/json|networks/.test(path)) socket.write(json(odd));
    else good(path, socket);
  });
  await engine.model.whenLive(AbortSignal.timeout(60_000));
  assert.deepEqual([...engine.model.containers.keys()], ["a"]);
  assert.deepEqual([...engine.model.networks.keys()], ["a"]);
});

test("garbage amid events is told, and the model is right again by a fresh look", async (context) => {
  const { bed, engine, sockets } = await bedWith(context, good);
  await until("the model", () => engine.model.live && engine.model.containers.has("a"));
  const complaints: string[] = [];
  engine.onDidChangeState(({ message }) => message && complaints.push(message));
  bed.manner = badOn("/containers/json", (socket) =>
    socket.write(json('[{"Id":"b","Names":["/two"],"State":"running"}]')),
  );
  // Into the chunked stream of events, which is the only one that is open.
  for (const socket of sockets) socket.write("5\r\n{\x00\x01]\n\r\n");
  await until("the fresh look", () => engine.model.live && engine.model.containers.has("b"));
  assert.ok(!engine.model.containers.has("a"));
  assert.equal(engine.state.status, "connected");
  assert.match(complaints.join(), /not JSON|cut/);
});

test("an event stream that ends or breaks again and again is taken up again, and changes nothing", async (context) => {
  let streams = 0;
  const { bed, engine } = await bedWith(
    context,
    badOn("/events", (socket) => {
      streams++;
      socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      setImmediate(() => (streams % 2 ? socket.end("0\r\n\r\n") : socket.destroy()));
    }),
  );
  const told: string[] = [];
  engine.model.onDidChange(({ kind, added, removed }) =>
    told.push(`${kind} ${added.length} ${removed.length}`),
  );
  await until("further streams", () => streams >= 4);
  bed.manner = good;
  await until("the model", () => engine.model.live);
  assert.deepEqual(told, ["container 1 0"], "only what is really different is told");
});

test("what has changed in config.json or a context is told at once, also in folders that come later", async (context) => {
  const home = mkdtempSync(join(tmpdir(), "dockwright-watch-"));
  const env = { DOCKER_CONFIG: join(home, "some", "later"), HOME: home };
  let told = 0;
  const watching = watchContexts(env, () => told++);
  context.after(() => {
    watching.dispose();
    rmSync(home, { recursive: true, force: true });
  });
  const next = async (what: string, change: () => unknown) => {
    const before = told;
    // A watch may begin after the change that made its folder: then the next change tells.
    await until(what, async () => {
      await change();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return told > before;
    });
  };
  assert.deepEqual(readdirSync(home), [], "who only looks makes no folder");
  await next("its folder", () => {
    rmSync(join(home, "some"), { recursive: true, force: true });
    mkdirSync(env.DOCKER_CONFIG, { recursive: true });
  });
  await next("config.json", () => writeFileSync(join(env.DOCKER_CONFIG, "config.json"), "{}"));
  let number = 0;
  await next("a new context", () =>
    createContext(env, { name: `one${++number}`, host: "unix:///one.sock" }),
  );
  await next("the current one", () => useContext(env, `one${number}`));
  await next("a further one", () =>
    createContext(env, { name: `one${++number}`, host: "unix:///two.sock" }),
  );
});

test("where nobody listens, or lets nobody in, the remedy is that of the place", async () => {
  const here = { local: true, host: "unix:///var/run/docker.sock" };
  assert.match(startHint(here, "linux"), /sudo systemctl start docker.*install/);
  assert.match(startHint(here, "darwin"), /Docker Desktop/);
  assert.match(
    startHint({ local: true, host: "npipe:////./pipe/docker_engine" }, "win32"),
    /Desktop/,
  );
  assert.match(
    startHint({ local: true, host: "unix:///run/podman/podman.sock" }, "linux"),
    /podman/,
  );
  assert.match(startHint({ local: false, host: "tcp://far:2375" }, "linux"), /on its machine/);
  assert.match(accessHint(here, "linux"), /docker group/);
  assert.match(accessHint(here, "darwin"), /your own account/);
  assert.match(accessHint(here, "win32"), /docker-users/);
  const podman = { local: true, host: "unix:///run/podman/podman.sock" };
  assert.match(accessHint(podman, "linux"), /podman\.socket/);
  const nobody = new Engine({
    host: "unix:///nonexistent/dockwright.sock",
    transport: "unix",
    origin: "default",
    name: "default",
    local: true,
  });
  await assert.rejects(nobody.connect(), { kind: "unreachable", remedy: startHint(here) });
  assert.equal(nobody.state.status, "unreachable");
  nobody.dispose();
});

test("a network that is told before the list knows it appears as soon as it does", async (context) => {
  let stream: Socket | undefined;
  let asked = 0;
  const { engine } = await bedWith(context, (path, socket) => {
    if (path.startsWith("/events")) stream = socket;
    const filtered = path.startsWith("/networks?filters=");
    if (filtered && ++asked > 2) socket.write(json('[{"Id":"n","Name":"late"}]'));
    else good(path, socket);
  });
  await engine.model.whenLive(AbortSignal.timeout(60_000));
  const line = '{"Type":"network","Action":"create","Actor":{"ID":"n"}}\n';
  stream?.write(`${line.length.toString(16)}\r\n${line}\r\n`);
  await until("the network", () => engine.model.networks.get("n")?.name === "late");
  assert.equal(asked, 3);
});
