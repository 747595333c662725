// Rows of several engines: each command acts on the engine of its row, and says which one that is.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { Engine } from "../../extension/engine/engine.ts";
import * as containers from "../../extension/engine/verbs/containers.ts";
import type { Node } from "../../extension/views/node.ts";
import { panel, Screen } from "./commands.ts";
import { busybox, cleanUp, labels, ownEngine, until } from "./engine.ts";
import { lines, script, shown } from "./scripted-vscode.ts";

const other = await ownEngine("several");
const skip = !other.ours && "no engine of our own can be had here";
const used = panel();
const second = new Engine({
  host: `unix://${other.socket}`,
  transport: "unix",
  origin: "unfolded",
  name: "second one",
  local: true,
});
const watch = second.model.watch();
after(async () => {
  used.dispose();
  watch.dispose();
  second.dispose();
  await cleanUp();
  if (other.ours) await other.stop();
});

const rowOf = (object: object, engine?: Engine): Node => ({
  id: "",
  contextValue: "",
  stamp: 0,
  object,
  ...(engine && { engine }),
  item: () => ({}) as ReturnType<Node["item"]>,
});

/** A container of this name that runs on both engines; gives its rows, that of the engine in use first. */
async function twins(name: string): Promise<[Node, Node]> {
  for (const engine of [used.engine, second]) {
    const { Id } = await containers.create(engine, {
      name,
      Image: busybox,
      Cmd: ["sh", "-c", "hostname; sleep 1000"],
      Hostname: engine === second ? "far" : "near",
      Labels: labels,
      StopTimeout: 0,
    });
    await containers.start(engine, Id);
  }
  return [await row(name, "running"), await row(name, "running", second)];
}

async function row(name: string, state: string, engine?: Engine): Promise<Node> {
  const found = () =>
    [...(engine ?? used.engine).model.containers.values()].find(
      (one) => one.name === name && one.state === state,
    );
  await until(`${name} ${state}`, () => found() !== undefined);
  return rowOf(found() as object, engine);
}

test("a verb acts on the row's engine, and the docker line names it", { skip }, async () => {
  const [, far] = await twins("several-one");
  script();
  await used.run("containers.stop", [far]);
  await row("several-one", "exited", second);
  await row("several-one", "running");
  assert.deepEqual(lines, ["docker -c 'second one' stop several-one"]);
});

test("rows of several engines: it is done on each, line by line", { skip }, async () => {
  const [near, far] = await twins("several-both");
  script();
  await used.run("containers.stop", [near, far]);
  await row("several-both", "exited");
  await row("several-both", "exited", second);
  assert.deepEqual(lines, ["docker stop several-both", "docker -c 'second one' stop several-both"]);
});

test("the question before a removal names the engine that is not in use", { skip }, async () => {
  const [near, far] = await twins("several-remove");
  script(undefined, "Remove");
  await used.run("containers.remove", [near, far]);
  assert.doesNotMatch(shown[0]?.detail ?? "", /Engine:/);
  assert.match(shown[1]?.detail ?? "", /Engine: second one/);
  await until("its end", () =>
    [...second.model.containers.values()].every(({ name }) => name !== "several-remove"),
  );
  await row("several-remove", "running");
  assert.deepEqual(lines, ["docker -c 'second one' rm --force several-remove"]);
});

test("what is picked for a row is picked from its engine", { skip }, async () => {
  const [, far] = await twins("several-pick");
  await second.docker((docker) => docker.createNetwork({ Name: "only-there", Labels: labels }));
  const known = () => [...second.model.networks.values()].some(({ name }) => name === "only-there");
  await until("the network", known);
  script((choices) => (choices.includes("only-there") ? ["only-there"] : undefined));
  await used.run("containers.connect", [far]);
  await until("the connection", () => {
    const all = [...second.model.containers.values()];
    const one = all.find(({ name }) => name === "several-pick");
    return one?.networks.some(({ name }) => name === "only-there") ?? false;
  });
});

test("the lines to copy are those for the row's engine", { skip }, async () => {
  const [near] = await twins("several-copy");
  const far = rowOf((await row("several-copy", "running", second)).object as object, second);
  script(undefined);
  await used.run("views.copyCommand", [near]);
  assert.ok(shown[0]?.choices.includes("docker stop several-copy"));
  script(undefined);
  await used.run("views.copyCommand", [far]);
  assert.ok(shown[0]?.choices.includes("docker -c 'second one' stop several-copy"));
});

test("a terminal keeps to its engine when nobody follows that any more", { skip }, async () => {
  const [, far] = await twins("several-logs");
  script();
  await used.run("containers.logs", [far]);
  const terminal = new Screen();
  watch.dispose();
  second.rest();
  try {
    await terminal.shows(/far/);
  } finally {
    terminal.close();
  }
});
