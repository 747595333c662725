// What the server keeps of the engine, and whom it tells when that has changed.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { localHost } from "../../language-server/local-host.ts";
import type { BuiltImage, EngineQuestion } from "../../language-server/protocol.ts";
import { removeTemporary } from "../temporary.ts";

const turns = () => new Promise((resolve) => setImmediate(resolve));

function hostOver(answers: { image: BuiltImage | null }) {
  const seen = { asked: [] as EngineQuestion[], built: 0, changed: 0 };
  const { host, forgetEngine } = localHost({
    opened: () => undefined,
    folders: [],
    environment: {},
    ask: async (question) => {
      seen.asked.push(question);
      return question.about === "builtImage" ? answers.image : ["a:1"];
    },
    changed: () => seen.changed++,
    builtChanged: () => seen.built++,
  });
  const { engine } = host;
  assert.ok(engine);
  return { engine, forgetEngine, seen };
}

const image = (size: number): BuiltImage => ({
  reference: "app:latest",
  layers: [{ instruction: "RUN make", size }],
});

test("a built image stays known while it is asked for again, and only a new one is told of", async () => {
  const answers = { image: image(1) as BuiltImage | null };
  const { engine, forgetEngine, seen } = hostOver(answers);
  assert.equal(engine.builtImage("file:///w/Dockerfile"), undefined);
  await turns();
  assert.deepEqual(engine.builtImage("file:///w/Dockerfile"), image(1));
  assert.equal(seen.built, 1);

  forgetEngine();
  assert.deepEqual(engine.builtImage("file:///w/Dockerfile"), image(1));
  await turns();
  assert.equal(seen.built, 1);

  answers.image = image(2);
  forgetEngine();
  await turns();
  assert.deepEqual(engine.builtImage("file:///w/Dockerfile"), image(2));
  assert.equal(seen.built, 2);

  answers.image = null;
  forgetEngine();
  await turns();
  assert.equal(engine.builtImage("file:///w/Dockerfile"), undefined);
  assert.equal(seen.built, 3);
  assert.equal(seen.changed, 0);
});

test("what else is known is asked for again when somebody wants it", async () => {
  const { engine, forgetEngine, seen } = hostOver({ image: null });
  assert.equal(engine.images(), undefined);
  await turns();
  assert.deepEqual(engine.images(), ["a:1"]);
  assert.equal(seen.asked.length, 1);
  forgetEngine();
  assert.equal(seen.asked.length, 1);
  assert.equal(engine.images(), undefined);
  await turns();
  assert.equal(seen.asked.length, 2);
  assert.equal(seen.changed, 2);
});

test("a file is found however its address writes its name", (context) => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-host-"));
  context.after(() => removeTemporary(folder));
  const { host } = localHost({
    opened: () => undefined,
    folders: [],
    environment: {},
    changed: () => undefined,
  });
  const address = pathToFileURL(folder).href;
  mkdirSync(join(folder, "in"));
  for (const name of ["plain-1.2_x", "with space", "#50%", "가나다", "a+b@c,d"]) {
    writeFileSync(join(folder, name), name);
    assert.equal(host.files.read(pathToFileURL(join(folder, name)).href), name);
  }
  assert.equal(host.files.read(`${address}/가나다`), "가나다");
  assert.equal(host.files.read(`${address}/in/../plain-1.2_x`), "plain-1.2_x");
  assert.equal(host.files.read(`${address}/gone/../plain-1.2_x`), "plain-1.2_x");
  assert.equal(host.files.read(`${address}/plain-1.2_x#part`), "plain-1.2_x");
  assert.equal(host.files.read(`${address}/none`), null);
  assert.equal(host.files.read("untitled:plain-1.2_x"), undefined);
});
