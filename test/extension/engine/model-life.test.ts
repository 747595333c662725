// When the model asks its engine, and when it does not: while nobody watches, and after the machine has slept.
import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { test } from "node:test";
import { until } from "../../../scripts/engine-api.ts";
import { badOn, bedWith, good, json } from "./engine-bed.ts";

const anHour = 3_600_000;

test("while nobody watches no request is made, and no connection is held", async (context) => {
  let stream: Socket | undefined;
  const { bed, engine, watching } = await bedWith(context, (path, socket) => {
    if (path.startsWith("/events")) stream = socket;
    good(path, socket);
  });
  await engine.model.whenLive(AbortSignal.timeout(60_000));
  const lists = bed.asked.filter((path) => !/ping|events/.test(path));
  assert.equal(lists.length, 4, "each list once");
  watching.dispose();
  await until("the end of the stream", () => stream?.destroyed);
  const before = bed.asked.length;
  // As long as the longest pause between two attempts.
  await new Promise((resolve) => setTimeout(resolve, 1600));
  assert.deepEqual(bed.asked.slice(before), []);
  assert.equal(engine.model.live, false);
  const again = engine.model.watch();
  await engine.model.whenLive(AbortSignal.timeout(60_000));
  assert.equal(bed.asked.slice(before).filter((path) => !/ping|events/.test(path)).length, 4);
  again.dispose();
});

test("an engine on this machine is asked for its events at once, for its lists when it has said what it is", async (context) => {
  let saysWhatItIs = () => {};
  const { bed, engine } = await bedWith(context, (path, socket) => {
    if (path.startsWith("/_ping")) saysWhatItIs = () => good(path, socket);
    else good(path, socket);
  });
  const asked = (begin: string) => bed.asked.some((path) => path.startsWith(begin));
  await until("both questions", () => asked("/_ping") && asked("/events"));
  assert.ok(!asked("/containers/json"));
  saysWhatItIs();
  await engine.model.whenLive(AbortSignal.timeout(60_000));
  assert.ok(engine.model.containers.has("a"));
});

test("a far engine is asked for nothing before it has said what it is", async (context) => {
  const mail = (_: string, socket: Socket) => void socket.end("220 mail ESMTP\r\n");
  const { bed, engine } = await bedWith(context, mail, undefined, false);
  await until("some attempts", () => bed.asked.length >= 3);
  assert.match(engine.state.message, /not a Docker engine/);
  assert.deepEqual([...new Set(bed.asked)], ["/_ping"]);
});

test("after a sleep it subscribes anew over a new connection and lists once, without a word of being lost", async (context) => {
  context.mock.timers.enable({ apis: ["setInterval"] });
  const { bed, engine } = await bedWith(context, good);
  await engine.model.whenLive(AbortSignal.timeout(60_000));
  const states: string[] = [];
  engine.onDidChangeState(({ status }) => states.push(status));
  const told: string[] = [];
  engine.model.onDidChange(({ kind, added, changed, removed }) =>
    told.push(`${kind} ${added.length} ${changed.length} ${removed.length}`),
  );
  bed.manner = badOn("/containers/json", (socket) =>
    socket.write(json('[{"Id":"a","Names":["/one"],"State":"exited"}]')),
  );
  bed.asked.length = 0;
  const { now } = Date;
  const clock = context.mock.method(Date, "now", () => now() + anHour);
  context.mock.timers.tick(20_000);
  clock.mock.restore();
  await until("the news", () => engine.model.containers.get("a")?.state === "exited");
  await engine.model.whenLive(AbortSignal.timeout(60_000));
  assert.deepEqual([states, told], [[], ["container 0 1 0"]]);
  const wanted = ["/_ping", "/containers", "/events", "/images", "/networks", "/volumes"];
  assert.deepEqual(bed.asked.map((path) => /^\/\w+/.exec(path)?.[0]).sort(), wanted);
});
