// Build Image… and Build Again on a real engine: what they ask, and what comes of it in their terminal.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { tearDown, tree } from "./building.ts";
import { panel, Screen } from "./commands.ts";
import { busybox } from "./engine.ts";
import { runs } from "./scripted-tasks.ts";
import { fake, lines, script, settings, shown, terminals } from "./scripted-vscode.ts";

const { run, object, dispose } = panel();
const nobody = panel("/tmp/dockwright-test-nobody.sock");
after(async () => {
  dispose();
  nobody.dispose();
  await tearDown();
});

const dockerfile = `FROM ${busybox}\nLABEL dockwright.test=1\nRUN echo step-$((40+2))\n`;
const folder = tree({ Dockerfile: dockerfile });
const clicked = [fake.Uri.file(`${folder}/Dockerfile`)];

test("Build Image… builds in a terminal what was chosen, and Build Again asks nothing", async () => {
  script("build/command:1", ["--no-cache"]);
  await run("builds.build", [], clicked);
  const line = `docker build -t build/command:1 --no-cache ${folder}`;
  assert.deepEqual(lines, [line]);
  const screen = new Screen();
  await screen.shows(/step-42[\s\S]*Enter to build again/);
  assert.ok(screen.text.includes(`$ ${line}`));
  const { id } = await object("image", "build/command:1");

  script();
  await run("builds.buildAgain");
  assert.deepEqual(lines, [line]);
  await screen.shows(/Enter to build again[\s\S]*Enter to build again/);
  await object("image", "build/command:1", (image) => image.id.length === id.length);
});

test("a dismissed question builds nothing; where no engine listens, the terminal says it", async () => {
  const before = terminals.length;
  script(undefined);
  await run("builds.build", [], clicked);
  assert.equal(terminals.length, before);

  script("build/nobody:1", []);
  await nobody.run("builds.build", [], clicked);
  await new Screen().shows(/No engine listens[\s\S]*Enter to build again/);
});

test("a person's own line stands in place of ours, and is asked for no more than it says", async () => {
  settings.set("commands.build", "echo own ${arguments}");
  script("build/own:1", []);
  await run("builds.build", [], clicked);
  assert.equal(runs.at(-1)?.output.trim(), `own -t build/own:1 ${folder}`);

  settings.set("commands.build", "echo ${tag} of ${dockerfile} in ${context}");
  script("build/own:2");
  await run("builds.build", [], clicked);
  const told = `build/own:2 of ${folder}/Dockerfile in ${folder}`;
  assert.equal(runs.at(-1)?.output.trim(), told);
  script();
  await run("builds.buildAgain");
  assert.equal(runs.at(-1)?.output.trim(), told);

  // What does not fit this file leaves it to ours.
  settings.set("commands.build", { template: "echo other", match: "elsewhere" });
  script("build/own:3", undefined);
  await run("builds.build", [], clicked);
  assert.equal(shown.length, 2);
  settings.clear();
});
