// What the language server is told of the engine, and that its questions keep the engine's model alive.
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { Emitter } from "../../../extension/engine/disposable.ts";
import type { Engine } from "../../../extension/engine/engine.ts";
import { toContainer, toImage } from "../../../extension/engine/model/objects.ts";
import { engineAnswers } from "../../../extension/language-client/engine-answers.ts";

const web = toContainer({
  Id: "1",
  Names: ["/shop-web-1"],
  State: "running",
  Status: "Up 2 minutes",
  Ports: [{ PrivatePort: 80, PublicPort: 8080, Type: "tcp", IP: "0.0.0.0" }],
  Labels: { "com.docker.compose.project": "shop", "com.docker.compose.service": "web" },
});
const digest = `sha256:${"3".repeat(64)}`;
const node = toImage({ Id: "sha256:2", RepoTags: ["node:20"], RepoDigests: [`node@${digest}`] });

function answersOf(context: TestContext, { local = true, live = true } = {}) {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const seen = { watchers: 0, asked: 0 };
  const changes = new Emitter<Engine | undefined>();
  const model = {
    live,
    containers: new Map([[web.id, web]]),
    images: new Map([[node.id, node]]),
    volumes: new Map([["data", { name: "data" }]]),
    networks: new Map([["n", { name: "front" }]]),
  };
  const request = async ({ path }: { path: string }) => {
    seen.asked++;
    if (path.endsWith("/history"))
      return [
        { CreatedBy: "RUN /bin/sh -c make # buildkit", Size: 5 },
        { CreatedBy: "", Size: 7 },
      ];
    return { Config: { Env: ["A=b"], Cmd: ["node"] } };
  };
  const engine = { endpoint: { local }, model, request } as unknown as Engine;
  const connection = {
    current: engine,
    engine: async () => engine,
    watch() {
      seen.watchers++;
      return { dispose: () => seen.watchers-- };
    },
    onDidChange: changes.event,
  };
  const tags: Record<string, string[]> = { "file:///w/Dockerfile": ["gone:1", "node:20"] };
  const answers = engineAnswers(connection, (dockerfile) => tags[dockerfile] ?? []);
  return { answers, seen, change: () => changes.fire(engine) };
}

const turns = () => new Promise((resolve) => setImmediate(resolve));

test("what the model knows is told, and an image's facts are asked for once", async (context) => {
  const { answers, seen } = answersOf(context);
  assert.deepEqual(await answers.answer({ about: "images" }), ["node:20"]);
  assert.deepEqual(await answers.answer({ about: "volumes" }), ["data"]);
  assert.deepEqual(await answers.answer({ about: "networks" }), ["front"]);
  assert.deepEqual(await answers.answer({ about: "usedPorts" }), [
    { port: 8080, protocol: "tcp", container: "shop-web-1", project: "shop" },
  ]);
  const states = await answers.answer({ about: "serviceStates", name: "shop" });
  assert.deepEqual(Object.keys(states as object), ["web"]);
  for (const name of ["node:20", "docker.io/library/node:20", `node@${digest}`]) {
    const facts = (await answers.answer({ about: "imageFacts", name })) as Record<string, unknown>;
    assert.deepEqual([facts.env, facts.command, facts.digest], [{ A: "b" }, ["node"], digest]);
  }
  assert.equal(seen.asked, 1);
  assert.equal(await answers.answer({ about: "imageFacts", name: "node" }), null);
  answers.dispose();
});

for (const local of [true, false])
  test(`who listens on this machine is told if the engine runs here: ${local}`, async (context) => {
    const { answers } = answersOf(context, { local });
    const answer = await answers.answer({ about: "listeners", name: "1/tcp" });
    assert.equal(Array.isArray(answer), local);
    answers.dispose();
  });

test("what a Dockerfile was built into is told by the first of its tags that is there", async (context) => {
  const { answers, seen } = answersOf(context);
  for (const _ of "12")
    assert.deepEqual(await answers.answer({ about: "builtImage", name: "file:///w/Dockerfile" }), {
      reference: "node:20",
      layers: [
        { instruction: "", size: 7 },
        { instruction: "RUN /bin/sh -c make # buildkit", size: 5 },
      ],
    });
  assert.equal(seen.asked, 1);
  assert.equal(await answers.answer({ about: "builtImage", name: "file:///other" }), null);
  answers.dispose();
});

test("an engine on this machine is followed from question to question, and let go later", async (context) => {
  const { answers, seen } = answersOf(context);
  await answers.answer({ about: "images" });
  await turns();
  context.mock.timers.tick(200_000);
  await answers.answer({ about: "images" });
  await turns();
  context.mock.timers.tick(200_000);
  assert.equal(seen.watchers, 1);
  context.mock.timers.tick(200_000);
  assert.equal(seen.watchers, 0);
  await answers.answer({ about: "images" });
  await turns();
  assert.equal(seen.watchers, 1);
  answers.dispose();
  assert.equal(seen.watchers, 0);
});

test("a question opens no connection to an engine elsewhere, and what is not known is null", async (context) => {
  const { answers, seen } = answersOf(context, { local: false, live: false });
  assert.equal(await answers.answer({ about: "images" }), null);
  await turns();
  assert.equal(seen.watchers, 0);
  answers.dispose();
});

test("a change is told at once, and those that follow soon in one", (context) => {
  const { answers, change } = answersOf(context);
  let told = 0;
  const listening = answers.onDidChange(() => told++);
  for (let i = 0; i < 5; i++) change();
  assert.equal(told, 1);
  context.mock.timers.tick(250);
  assert.equal(told, 2, "what has changed since then is not lost");
  context.mock.timers.tick(1000);
  assert.equal(told, 2);
  change();
  assert.equal(told, 3);
  change();
  listening.dispose();
  context.mock.timers.tick(1000);
  assert.equal(told, 3);
});
