// A guarded engine: what takes something away there is asked about twice.
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { manifest } from "../../extension/manifest/index.ts";
import { create, createImage, panel, start } from "./commands.ts";
import { cleanUp, engine as raw, socket } from "./engine.ts";
import { lines, type Shown, script, settings, shown } from "./scripted-vscode.ts";

const { run, object, gone, dispose } = panel();
const name = `unix://${socket}`;
const folder = await mkdtemp(join(tmpdir(), "dockwright-guarded-"));
process.env.DOCKER_CONFIG = folder;
after(async () => {
  dispose();
  await cleanUp();
  await rm(folder, { recursive: true, force: true });
});

const guard = (...entries: string[]) => settings.set("guardedEngines", entries);
const there = async (id: string) => (await raw("GET", `/containers/${id}/json`)).status === 200;

test("a removal goes on only when the engine's name is typed", async () => {
  guard(name);
  const id = await create("guarded-one");
  const one = await object("container", "guarded-one");
  script("Remove", undefined);
  await run("containers.remove", [one]);
  assert.match(shown[0]?.detail ?? "", new RegExp(`Engine: ${name}`));
  assert.match(shown[1]?.text ?? "", /Guarded engine: Remove/);
  script(undefined);
  await run("containers.remove", [one]);
  script("Remove", "yes");
  await assert.rejects(run("containers.remove", [one]), /This is not unix:/);
  assert.deepEqual([lines, await there(id)], [[], true]);
  script("Remove", name);
  await run("containers.remove", [one]);
  await gone("container", "guarded-one");

  await createImage("guarded/image:1");
  const image = await object("image", "guarded/image:1");
  script("Remove by Force", undefined);
  await run("images.remove", [image]);
  assert.deepEqual(lines, []);
  script("Remove by Force", name);
  await run("images.remove", [image]);
  await gone("image", "guarded/image:1");
});

test("what stops something is asked about; a start is not", async () => {
  guard("unix://*");
  await start("guarded-up");
  const up = await object("container", "guarded-up", ({ state }) => state === "running");
  for (const verb of ["stop", "restart", "pause", "pauseOrGoOn"]) {
    script(undefined);
    await run(`containers.${verb}`, [up]);
    assert.match(shown[0]?.detail ?? "", /^docker .*(stop|restart|pause) guarded-up$/);
    assert.deepEqual(lines, []);
  }
  script("SIGKILL", undefined);
  await run("containers.kill", [up]);
  script("0", undefined);
  await run("containers.stopAfter", [up]);
  assert.deepEqual(lines, []);
  script("Do It");
  await run("containers.stop", [up]);
  const down = await object("container", "guarded-up", ({ state }) => state === "exited");
  script();
  await run("containers.start", [down]);
  await object("container", "guarded-up", ({ state }) => state === "running");
});

/** Dismisses every warning, and answers all else with the first that there is, or with a number. */
const dismissing = ({ kind, choices }: Pick<Shown, "kind" | "choices">) =>
  kind === "warning" ? undefined : kind === "pick" ? choices.slice(0, 1) : "1";

test("no command does what interrupts without having asked, whatever else it asks", async () => {
  guard(name);
  await start("guarded-all");
  const up = await object("container", "guarded-all", ({ state }) => state === "running");
  const interrupting = manifest
    .flatMap(({ commands = [] }) => commands)
    .filter(
      ({ id, cli }) =>
        id.includes(".containers.") && /^docker (stop|restart|pause|kill)\b/.test(cli ?? ""),
    )
    .map(({ id }) => id.replace("dockwright.", ""));
  assert.ok(interrupting.includes("containers.stopAll") && interrupting.length >= 6);
  for (const id of interrupting) {
    script(...Array.from({ length: 5 }, () => (_: unknown, one: Shown) => dismissing(one)));
    await run(id, [up]);
    assert.match(shown.at(-1)?.text ?? "", /is guarded/, id);
    assert.deepEqual(lines, [], id);
  }
  assert.equal((await object("container", "guarded-all")).state, "running");
});

test("engines that the setting does not name ask as always", async () => {
  guard("production", "ssh://*", `${name}x`);
  await create("guarded-not");
  script("Remove");
  await run("containers.remove", [await object("container", "guarded-not")]);
  await gone("container", "guarded-not");
  assert.doesNotMatch(shown[0]?.detail ?? "", /Engine:/);
});

test("an engine is guarded and let go from its row; what a pattern guards stays so, and is told", async () => {
  guard("other");
  const row = {
    kind: "engine",
    name: "prod",
    host: "ssh://prod",
    contextValue: "engine.other.context",
  };
  script();
  await run("engines.guard", [row]);
  assert.deepEqual(settings.get("guardedEngines"), ["other", "prod"]);
  await run("engines.guard", [row]);
  assert.deepEqual(settings.get("guardedEngines"), ["other", "prod"]);
  const guarded = { ...row, contextValue: "engine.other.context.guarded" };
  await run("engines.stopGuarding", [guarded]);
  assert.deepEqual(settings.get("guardedEngines"), ["other"]);
  // A found socket is known by its address, and so is the default engine, which elsewhere is another one.
  for (const more of [{ address: "unix:///a" }, { name: "default", host: "unix:///a" }]) {
    guard();
    await run("engines.guard", [{ ...row, ...more }]);
    assert.deepEqual(settings.get("guardedEngines"), ["unix:///a"]);
  }
  guard("pr*");
  script();
  await run("engines.stopGuarding", [guarded]);
  assert.match(shown.at(-1)?.text ?? "", /prod stays guarded.*pr\*/);
});
