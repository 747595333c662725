// The panel's commands on volumes, networks, Docker contexts and the build cache, on a real engine.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { buildImage } from "../../extension/engine/build/build.ts";
import { create, panel, start } from "./commands.ts";
import { busybox, cleanUp, labels, engine as raw, socket, until } from "./engine.ts";
import { clipboard, lines, script } from "./scripted-vscode.ts";

const { run, object, gone, documents, sizes, engine, dispose } = panel();
const folder = await mkdtemp(join(tmpdir(), "dockwright-others-"));
process.env.DOCKER_CONFIG = join(folder, "docker");
await mkdir(process.env.DOCKER_CONFIG);
delete process.env.DOCKER_HOST;
delete process.env.DOCKER_CONTEXT;
after(async () => {
  dispose();
  // The commands that make them know no labels.
  await raw("DELETE", "/volumes/others-made");
  await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

test("a volume is made, looked at, measured and removed; one in use is kept", async () => {
  script("others-made");
  await run("volumes.create");
  const one = await object("volume", "others-made");
  script();
  await run("volumes.inspect", [one]);
  assert.equal(JSON.parse(documents.get("others-made") ?? "{}").Name, "others-made");
  await run("volumes.copyName", [one]);
  assert.equal(clipboard.text, "others-made");
  await run("volumes.showSizes");
  assert.equal(sizes.get("others-made"), 0);
  const user = await create("others-volume-user", { HostConfig: { Binds: ["others-made:/data"] } });
  script("Remove");
  await assert.rejects(run("volumes.remove", [one]), { kind: "conflict" });
  await raw("DELETE", `/containers/${user}`);
  script("Remove");
  await run("volumes.remove", [one]);
  await gone("volume", "others-made");
  assert.deepEqual(lines, ["docker volume rm others-made"]);
  script("a/b");
  await assert.rejects(run("volumes.create"), { name: "EngineError" });
});

test("a network takes containers in and lets them go; one in use is kept", async (context) => {
  const made = await raw("POST", "/networks/create", { Name: "others-net", Labels: labels });
  if (made.status !== 201) return context.skip(`this engine makes no network: ${made.body}`);
  const one = await object("network", "others-net");
  await start("others-guest");
  await object("container", "others-guest");
  script();
  await run("networks.inspect", [one]);
  assert.equal(JSON.parse(documents.get("others-net") ?? "{}").Id, one.id);
  await run("networks.copyId", [one]);
  assert.equal(clipboard.text, one.id);
  script(["others-guest"]);
  await run("networks.connect", [one]);
  const isIn = (there: boolean) =>
    object(
      "container",
      "others-guest",
      ({ networks }) => networks.some(({ name }) => name === one.name) === there,
    );
  await isIn(true);
  script("Remove");
  await assert.rejects(run("networks.remove", [one]), { name: "EngineError" });
  script(["others-guest"]);
  await run("networks.disconnect", [one]);
  await isIn(false);
  assert.deepEqual(lines, ["docker network disconnect others-net others-guest"]);
  script((choices) => {
    assert.ok(choices.includes("others-net") && !choices.includes("bridge"));
    return ["others-net"];
  }, "Remove");
  await run("networks.prune");
  await gone("network", "others-net");
});

test("what the engine is stands in a document", async () => {
  script();
  await run("engines.info");
  assert.match(documents.get("info") ?? "", /"ServerVersion"/);
  assert.deepEqual(lines, ["docker info"]);
});

test("a Docker context is made, tried, looked at, used and removed", async () => {
  script("$(plug) Socket", `unix://${socket}`, "others");
  await run("engines.create");
  assert.deepEqual(lines, [`docker context create others --docker host=unix://${socket}`]);
  const row = { kind: "engine", name: "others", host: `unix://${socket}` };
  const clicked = { ...row, contextValue: "engine.other.context" };
  script();
  await run("engines.inspect", [clicked]);
  assert.match(documents.get("others") ?? "", new RegExp(socket));
  await run("engines.use", [clicked]);
  const config = await readFile(join(folder, "docker/config.json"), "utf8");
  assert.equal(JSON.parse(config).currentContext, "others");
  script(`$(plug) Socket`, `unix://${socket}`, "others");
  await assert.rejects(run("engines.create"), /already a Docker context/);
  await writeFile(join(folder, "docker/config.json"), "{}");
  script("Remove");
  await run("engines.remove", [clicked]);
  script();
  await run("engines.inspect", [clicked]);
  assert.doesNotMatch(documents.get("others") ?? "", /Endpoints|tls/);
  await assert.rejects(run("engines.use", [clicked]), { kind: "notFound" });
});

test("the build cache is emptied when that is wished, and the next build works again", async (t) => {
  // A person's own cache is not ours to empty.
  if (!socket.includes(".dockwright")) return t.skip("the engine is not ours");
  const context = join(folder, "build");
  await mkdir(context);
  await writeFile(join(context, "Dockerfile"), `FROM ${busybox}\nRUN echo ${Date.now()} > /made\n`);
  const builder = {
    client: engine,
    hasBuildKit: true,
    cancelsSteps: true,
    credentials: async () => undefined,
  };
  const { imageId } = await buildImage(builder, { folder: context, labels });
  await raw("DELETE", `/images/${imageId}?force=1`);
  type Usage = { BuildCache?: { InUse: boolean }[] | null };
  const cache = async () =>
    (JSON.parse((await raw("GET", "/system/df")).body) as Usage).BuildCache ?? [];
  // The engine lets go of it some time after the build has been answered.
  await until("the end of its use", async () => (await cache()).every(({ InUse }) => !InUse));
  script((choices) => choices.filter((one) => one === "Build cache").slice(-1), "Remove");
  await run("system.pruneBuildCache");
  assert.deepEqual(lines, ["docker builder prune --all"]);
  assert.deepEqual(await cache(), []);
});
