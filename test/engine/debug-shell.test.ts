// A shell beside a container that has none, on each engine.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { readArchive } from "../../extension/engine/streams/archive.ts";
import { importFiles } from "../../extension/engine/verbs/images.ts";
import { create, panel, Screen, start } from "./commands.ts";
import { busybox, cleanUp, labels, engine as raw, until } from "./engine.ts";
import { lines, script, shown, terminals } from "./scripted-vscode.ts";

const { run, object, gone, engine, dispose } = panel();
const tiny = "debug/tiny:1";
after(async () => {
  dispose();
  await cleanUp();
});

/** A container of an image that holds one program and no shell. */
async function bare(name: string, more: object = {}) {
  if ((await raw("GET", `/images/${tiny}/json`)).status !== 200) {
    const source = await create("debug-source");
    const changes = Object.entries(labels).map(([key, value]) => `LABEL ${key}=${value}`);
    await importFiles(engine, await readArchive(engine, source, "/bin/busybox"), tiny, { changes });
  }
  await start(name, { Image: tiny, Cmd: ["/busybox", "sleep", "1000"], ...more });
  return object("container", name, ({ state }) => state === "running");
}

/** How many containers share the processes of this one. */
async function helpers(id: string): Promise<number> {
  const all = JSON.parse((await raw("GET", "/containers/json")).body) as { Id: string }[];
  const modes = await Promise.all(
    all.map(async ({ Id }) => (await raw("GET", `/containers/${Id}/json`)).body),
  );
  return modes.filter((text) => text.includes(`"PidMode":"container:${id}"`)).length;
}

test("it sees the processes, the network and the files, also of another user, and goes with its terminal", async () => {
  const one = await bare("debug-bare", { User: "1000" });
  script(busybox);
  await run("containers.debugShell", [one]);
  assert.deepEqual(lines, [
    `docker run --rm -it --pid container:debug-bare --network container:debug-bare --cap-add SYS_PTRACE --user 0 --entrypoint sh ${busybox}`,
  ]);
  const screen = new Screen();
  await screen.shows(/\/proc\/1\/root[\s\S]*# $/);
  screen.type("ls /proc/1/root; tr '\\0' ' ' </proc/1/cmdline; echo seen-$((40+2))\r");
  const text = await screen.shows(/seen-42/);
  assert.match(text, /busybox[\s\S]*\/busybox sleep 1000/);
  screen.type(
    "[ $(readlink /proc/1/ns/net) = $(readlink /proc/self/ns/net) ] && echo same-$((1+1))\r",
  );
  await screen.shows(/same-2/);
  assert.equal(await helpers(one.id), 1);
  screen.type("exit 4\r");
  await screen.shows(/Exit code 4/);
  await until("the end of the helper", async () => (await helpers(one.id)) === 0);
  await object("container", "debug-bare", ({ state }) => state === "running");
});

test("where there is no shell, Open Shell offers one beside it; the image is remembered", async () => {
  const one = await bare("debug-offer");
  const opened = terminals.length;
  script();
  await run("containers.openShell", [one]);
  assert.deepEqual(shown.at(-1)?.choices, ["Open Debug Shell…"]);
  assert.match(shown.at(-1)?.text ?? "", /no shell in debug-offer/);
  assert.equal(terminals.length, opened);
  script("", "", "");
  await run("containers.openShellAs", [one]);
  assert.deepEqual(shown.at(-1)?.choices, ["Open Debug Shell…"]);
  script((choices) => choices.find((label) => label === busybox));
  await run("containers.debugShell", [one]);
  script((choices) => {
    assert.equal(choices[0], busybox);
    return undefined;
  });
  await run("containers.debugShell", [one]);
  assert.equal(lines.length, 0);
});

test("an image without a shell, and a container that is gone, are told of", async () => {
  const one = await bare("debug-wrong");
  script(tiny);
  await run("containers.debugShell", [one]);
  await new Screen().shows(/not contain that program/);
  await until("no helper", async () => (await helpers(one.id)) === 0);
  await raw("DELETE", `/containers/${one.id}?force=1`);
  await gone("container", "debug-wrong");
  for (const id of ["containers.debugShell", "containers.openShell"]) {
    script();
    await assert.rejects(run(id, [one]), { kind: "notFound" });
  }
});
