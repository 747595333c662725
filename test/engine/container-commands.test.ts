// The panel's commands on containers, on a real engine: their effect, and the ways in which they fail.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { panel } from "./commands.ts";
import { busybox, cleanUp, labels, engine as raw, until } from "./engine.ts";
import { clipboard, lines, script, shown, terminals } from "./scripted-vscode.ts";

const { run, object, gone, documents, tables, engine, dispose } = panel();
after(async () => {
  dispose();
  await cleanUp();
});

/** A container whose name asks for quotes in a shell as far as an engine allows it. */
async function container(name: string, Cmd = ["sleep", "1000"], more: object = {}) {
  const body = { Image: busybox, Cmd, Labels: labels, StopTimeout: 0, ...more };
  const made = await raw("POST", `/containers/create?name=${name}`, body);
  assert.equal(made.status, 201, made.body);
  await raw("POST", `/containers/${name}/start`);
  return object("container", name, ({ state }) => state !== "created");
}

const state = (name: string, wanted: string) =>
  object("container", name, (one) => one.state === wanted);

test("stop, start, pause, unpause, restart and kill do it, and say the docker line", async () => {
  const one = await container("panel_life-1.x");
  script();
  await run("containers.pause", [one]);
  await run("containers.unpause", [await state(one.name, "paused")]);
  await run("containers.stop", [await state(one.name, "running")]);
  await run("containers.start", [await state(one.name, "exited")]);
  await state(one.name, "running");
  assert.deepEqual(
    lines,
    ["pause", "unpause", "stop", "start"].map((verb) => `docker ${verb} ${one.name}`),
  );
  script("SIGKILL");
  await run("containers.kill", [await state(one.name, "running")]);
  assert.equal((await state(one.name, "exited")).exitCode, 137);
});

test("several at once: all are tried, and the first failure is told", async () => {
  const [a, b] = [await container("panel-many-a"), await container("panel-many-b")];
  await raw("DELETE", `/containers/${a.id}?force=1`);
  script();
  await assert.rejects(run("containers.restart", [a, b]), { kind: "notFound" });
  await state("panel-many-b", "running");
});

test("remove asks with names and states, and removes nothing when dismissed", async () => {
  const one = await container("panel-remove");
  script(undefined);
  await run("containers.remove", [one]);
  assert.match(shown[0]?.text ?? "", /panel-remove/);
  assert.match(shown[0]?.detail ?? "", /running[\s\S]*killed/);
  await state("panel-remove", "running");
  script("Remove");
  await run("containers.remove", [one]);
  await gone("container", "panel-remove");
  assert.deepEqual(lines, ["docker rm --force panel-remove"]);
});

test("rename: taken names are refused with the engine's words and what helps", async () => {
  const one = await container("panel-name-1");
  await container("panel-name-2");
  script("panel-name-2");
  await assert.rejects(run("containers.rename", [one]), { kind: "conflict", remedy: /another/ });
  script("panel-name-3");
  await run("containers.rename", [one]);
  await object("container", "panel-name-3");
});

test("from the palette a list shows only what the command makes sense for", async () => {
  await container("panel-pick-up");
  const down = await container("panel-pick-down", ["true"]);
  await state(down.name, "exited");
  script((choices) => {
    assert.ok(choices.includes("panel-pick-up") && !choices.includes("panel-pick-down"));
    return "panel-pick-up";
  });
  assert.equal(await run("containers.choose"), "panel-pick-up");
  script(["panel-pick-up"]);
  await run("containers.stop");
  await state("panel-pick-up", "exited");
});

test("inspect, changed files and why it stopped are documents", async () => {
  const one = await container("panel-look", ["sh", "-c", "echo last words; touch /made; exit 3"]);
  await state(one.name, "exited");
  script();
  await run("containers.inspect", [one]);
  await run("containers.diff", [one]);
  await run("containers.why", [await state(one.name, "exited")]);
  assert.equal(JSON.parse(documents.get("panel-look") ?? "{}").Id, one.id);
  assert.match(documents.get("panel-look diff.txt") ?? "", /A \/made/);
  assert.match(documents.get("panel-look state.txt") ?? "", /exited \(3\)[\s\S]*last words/);
});

test("stats, processes and ports are tables", async () => {
  const one = await container("panel-tables", ["sh", "-c", "while :; do :; done"], {
    ExposedPorts: { "80/tcp": {} },
  });
  script();
  await run("containers.stats", [one]);
  await run("containers.top", [one]);
  await run("containers.port", [one]);
  const cells = await until("a second sample", () => {
    const row = tables.get("Stats")?.[0];
    const cpu = row?.cells[1];
    return typeof cpu === "object" && cpu.value > 0 ? row?.cells : undefined;
  });
  assert.equal(cells[0], "panel-tables");
  const processes = await until("processes", () => tables.get("Processes: panel-tables"));
  assert.match(JSON.stringify(processes), /while :/);
  await until("ports", () =>
    JSON.stringify(tables.get("Ports: panel-tables") ?? "").includes("80"),
  );
  // It keeps a processor busy.
  await raw("DELETE", `/containers/${one.id}?force=1`);
});

test("start attached and run in a terminal speak to the engine, not to the command line", async () => {
  const one = await container("panel-attached", ["sh", "-c", "echo from inside; exit 4"]);
  script();
  await run("containers.startAttached", [await state(one.name, "exited")]);
  assert.match(await textOf("panel-attached", /Exit code 4/), /from inside/);
  const image = await object("image", busybox);
  script("$(edit) Command", "sh -c 'echo run; exit 5'", "$(terminal) Run in a terminal");
  await run("images.run", [image]);
  assert.deepEqual(lines, [`docker run -it --rm ${busybox} sh -c 'echo run; exit 5'`]);
  assert.match(await textOf(busybox, /Exit code 5/), /run\r\n/);
});

/** What the terminal of this name shows, once it shows the pattern. */
async function textOf(name: string, pattern: RegExp): Promise<string> {
  const terminal = terminals.findLast((one) => one.name === name);
  assert.ok(terminal, `no terminal ${name}`);
  let text = "";
  terminal.pty.onDidWrite((more) => {
    text += more;
  });
  terminal.pty.open(undefined);
  return until(`${pattern} in ${name}`, () => pattern.test(text) && text);
}

test("run in the background takes what the form says, and refuses nonsense before it asks the engine", async () => {
  const image = await object("image", busybox);
  const label = Object.entries(labels).map(([key, value]) => `${key}=${value}`);
  script("$(edit) Memory limit", "much");
  await assert.rejects(run("images.run", [image]), /not an amount of memory/);
  script(
    ...["$(edit) Name", "panel-form"],
    ...["$(edit) Labels", label.join(" ")],
    ...["$(edit) Memory limit", "64m"],
    ...["$(edit) Processors", "0.5"],
    ...["$(edit) Environment", "'A=b c'"],
    ...["$(edit) Command", "sleep 1000"],
    "$(play) Run in the background",
  );
  await run("images.run", [image]);
  const one = await state("panel-form", "running");
  const { body } = await raw("GET", `/containers/${one.id}/json`);
  const { HostConfig, Config } = JSON.parse(body);
  assert.deepEqual([HostConfig.Memory, HostConfig.NanoCpus], [64 * 1024 * 1024, 500_000_000]);
  assert.ok(Config.Env.includes("A=b c"));
  script();
  await run("containers.copyRunLine", [one]);
  assert.match(clipboard.text, /^docker run .*--name panel-form .*-e 'A=b c'.*sleep 1000$/);
});

test("what is gone already, and what is no image, is said with what to do", async () => {
  const one = await container("panel-gone");
  await raw("DELETE", `/containers/${one.id}?force=1`);
  await gone("container", "panel-gone");
  script();
  await assert.rejects(run("containers.inspect", [one]), { kind: "notFound" });
  await assert.rejects(run("containers.stop", [one]), { kind: "notFound" });
  script("Remove");
  await assert.rejects(run("containers.remove", [one]), { kind: "notFound" });
  assert.equal(engine.state.status, "connected");
});
