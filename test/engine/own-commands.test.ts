// Command lines of a person's own, in place of ours and beside them, on a real engine.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createImage, panel, start } from "./commands.ts";
import { cleanUp, until } from "./engine.ts";
import { projectBed } from "./project-bed.ts";
import { runs } from "./scripted-tasks.ts";
import { type Answer, script, settings, shown } from "./scripted-vscode.ts";

const { run, object, dispose } = panel();
after(async () => {
  dispose();
  await cleanUp();
});

/** A container that runs, as the panel knows it. */
const running = async (name: string) =>
  object("container", await start(name), ({ state }) => state === "running");

/** Runs a command with these answers; gives what the programs that it started have printed. */
async function prints(id: string, rows: readonly object[], ...answers: Answer[]) {
  script(...answers);
  const before = runs.length;
  await run(id, rows);
  return runs.slice(before).map(({ output }) => output.trim());
}

test("lines of a person's own stand in place of ours", async () => {
  const web = await running("own-web");
  await createImage("own-image:1");
  const image = await object("image", "own-image:1");
  settings.set("commands.openShell", "echo ${containerName} ${shell}");
  settings.set("commands.attach", "echo ${containerId}");
  settings.set("commands.logs", "echo ${image} of ${containerName}");
  settings.set("commands.run", "echo run ${arguments}");
  settings.set("commands.runInteractive", [
    { label: "Mine", template: "echo ${image}" },
    { label: "Another", template: "echo another", match: "^another" },
  ]);

  assert.match(`${await prints("containers.openShell", [web])}`, /^own-web \/bin\/\w+$/);
  assert.deepEqual(await prints("containers.attach", [web]), [web.id]);
  assert.deepEqual(await prints("containers.logs", [web]), [`${web.image} of own-web`]);
  assert.deepEqual(await prints("images.runInteractive", [image]), ["own-image:1"]);
  const inBackground = (labels: readonly string[]) => labels.slice(0, 1);
  assert.deepEqual(await prints("images.run", [image], inBackground), ["run own-image:1"]);

  // Of several the person picks one; Escape ends it.
  settings.set("commands.attach", ["echo a", { label: "B", template: "echo b" }]);
  assert.deepEqual(await prints("containers.attach", [web], "B"), ["b"]);
  assert.deepEqual(shown[0]?.choices, ["echo a", "B", "As built in"]);
  assert.deepEqual(await prints("containers.attach", [web], undefined), []);
  settings.set("commands.attach", "echo ${nobody}");
  await assert.rejects(prints("containers.attach", [web]), /\$\{nobody\}/);
  settings.clear();
});

test("an image is scanned by the first scanner that answers; where none does, it is said what can be used", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-scanners-"));
  const path = process.env.PATH;
  context.after(() => {
    process.env.PATH = path;
    settings.clear();
    rmSync(folder, { recursive: true, force: true });
  });
  const program = (name: string, script: string) =>
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  program("docker", "exit 1");
  process.env.PATH = folder;
  await createImage("own-scanned:1");
  const image = await object("image", "own-scanned:1");
  script();
  await run("images.scan", [image]);
  assert.match(shown[0]?.text ?? "", /No scanner is installed/);
  program("trivy", 'echo "trivy $*"');
  assert.deepEqual(await prints("images.scan", [image]), ["trivy image own-scanned:1"]);
  program("docker", 'echo "docker $*"');
  assert.deepEqual(await prints("images.scan", [image]), ["docker scout cves own-scanned:1"]);
  program("my-scanner", 'echo "mine $*"');
  settings.set("commands.scan", "my-scanner ${imageId}");
  assert.deepEqual(await prints("images.scan", [image]), [`mine ${image.id}`]);
});

test("Run Custom Command… runs what fits the rows", async () => {
  const web = await running("own-page");
  const api = await running("own-api");
  assert.deepEqual(await prints("views.runOwn", [web]), []);
  assert.match(shown[0]?.text ?? "", /dockwright\.commands\.own/);

  settings.set("commands.own", [
    { label: "Say", template: "echo ${containerName}" },
    { label: "Say page", template: "echo page", match: "page" },
    { label: "Of volume", template: "echo ${volume}", on: "volume" },
    { label: "Of what?", template: "echo what", on: "stack" },
  ]);
  // A single one that fits all rows is not asked for.
  const both = await prints("views.runOwn", [web, api]);
  assert.deepEqual(both.sort(), ["own-api", "own-page"]);
  assert.deepEqual(await prints("views.runOwn", [web], "Say page"), ["page"]);
  // From the palette: the line first, then what it is for.
  const own = (labels: readonly string[]) => labels.filter((label) => label === "own-page");
  assert.deepEqual(await prints("views.runOwn", [], "Say", own), ["own-page"]);
  await assert.rejects(prints("views.runOwn", [], "Of what?"), /stack/);
  settings.set("commands.own", [{ label: "Of volume", template: "echo", on: "volume" }]);
  assert.deepEqual(await prints("views.runOwn", [web]), []);
  assert.match(shown[0]?.text ?? "", /None of your commands/);
  settings.clear();
});

test("Compose is run by a line of the person's own", async (context) => {
  const bed = await projectBed(context, "own-lines");
  if (!bed) return;
  settings.set("commands.composeUp", "echo own ${compose} ${options} ${arguments} in ${project}");
  settings.set("commands.own", [{ label: "P", template: "echo ${project}", on: "project" }]);
  const project = await bed.row();
  const told = await bed.does("projects.up", project);
  assert.equal(told[0], "own");
  assert.deepEqual(told.slice(-6), ["-f", "compose.yaml", "up", "-d", "in", "own-lines"]);
  assert.match(runs.at(-1)?.output ?? "", /^own .*compose/);
  const before = runs.length;
  script();
  await bed.run("views.runOwn", [project]);
  await until("the line's end", () => runs.length > before && runs.at(-1)?.code === 0);
  assert.equal(runs.at(-1)?.output.trim(), "own-lines");
  settings.clear();
});
