// Images on each engine: their tags, and their ways in and out, as the model sees them, too.
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { after, before, test } from "node:test";
import { KnownImages } from "../../extension/engine/model/image-facts.ts";
import * as containers from "../../extension/engine/verbs/containers.ts";
import * as images from "../../extension/engine/verbs/images.ts";
import { busybox, cleanUp, engineAt, labels, socket, until } from "./engine.ts";

const engine = engineAt(socket);
const { model } = engine;
const watching = model.watch();

before(() => model.whenLive(AbortSignal.timeout(60_000)));
after(async () => {
  watching.dispose();
  engine.dispose();
  await cleanUp();
});

const find = (tag: string) => [...model.images.values()].find(({ tags }) => tags.includes(tag));
const there = (tag: string) => until(`${tag} in the model`, () => find(tag));
const gone = (tag: string) => until(`no ${tag} in the model`, () => !find(tag));

test("tags come and go, by the names that Docker shows", async () => {
  const image = await there(busybox);
  await images.tag(engine, image.id, "images/tag:1");
  assert.equal((await there("images/tag:1")).id, image.id);
  await images.remove(engine, "images/tag:1");
  await gone("images/tag:1");
  assert.equal((await there(busybox)).id, image.id);
});

test("an image is saved, loaded, imported and exported", async () => {
  const { Id: id } = await containers.create(engine, {
    Image: busybox,
    Cmd: ["true"],
    Labels: labels,
  });
  const changes = Object.keys(labels).map((key) => `LABEL ${key}=${labels[key]}`);
  const files = await containers.exportFiles(engine, id);
  await images.importFiles(engine, files, "images/import:1", { changes });
  const imported = await images.inspect(engine, "images/import:1");
  assert.equal(imported.Os, "linux");
  const tar: Buffer[] = [];
  for await (const chunk of await images.save(engine, ["images/import:1"]))
    tar.push(chunk as Buffer);
  await images.remove(engine, "images/import:1", { force: true });
  await gone("images/import:1");
  assert.deepEqual(await images.load(engine, Readable.from(tar)), ["images/import:1"]);
  await there("images/import:1");
  await images.remove(engine, "images/import:1", { force: true });
  await assert.rejects(images.load(engine, Readable.from([Buffer.from("no tar")])), {
    name: "EngineError",
  });
  await containers.remove(engine, id);
});

test("what an image brings along is known by each of its names, and asked once", async () => {
  const { Id: id } = await containers.create(engine, {
    Image: busybox,
    Cmd: ["serve", "all"],
    Entrypoint: ["sh", "-c"],
    Env: ["PATH=/bin", "EQUAL=a=b"],
    User: "65534",
    WorkingDir: "/tmp",
    ExposedPorts: { "80/tcp": {} },
    Labels: labels,
  });
  await containers.commit(engine, id, { repository: "images/facts", tag: "latest" });
  await there("images/facts:latest");
  const known = new KnownImages(engine);
  const facts = await known.facts(model.images, "images/facts");
  assert.deepEqual(
    [facts?.env.EQUAL, facts?.user, facts?.workdir, facts?.exposed],
    ["a=b", "65534", "/tmp", ["80/tcp"]],
  );
  assert.deepEqual(
    [facts?.entrypoint, facts?.command],
    [
      ["sh", "-c"],
      ["serve", "all"],
    ],
  );
  assert.ok((facts?.size ?? 0) > 0);
  const request = () => Promise.reject(new Error("no"));
  const silent = new KnownImages(Object.assign(Object.create(engine), { request }));
  assert.equal(await silent.facts(model.images, "images/unknown:1"), undefined);
  await assert.rejects(silent.facts(model.images, "images/facts:latest"));
  assert.deepEqual(await known.facts(model.images, "docker.io/images/facts:latest"), facts);
  await containers.remove(engine, id);
  await images.remove(engine, "images/facts:latest", { force: true });
  await gone("images/facts:latest");
});

test("a registry that is not there is an error, though the answer began well", async () => {
  await assert.rejects(images.pull(engine, "localhost:1/nothing:1"), { name: "EngineError" });
});
