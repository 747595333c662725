// How the commands on Compose projects fail: no engine listens, there is no container, no Compose, no
// file that may be used.
import assert from "node:assert/strict";
import { test } from "node:test";
import { commandTests } from "./command-tests.ts";
import { projectBed } from "./project-bed.ts";
import { runs } from "./scripted-tasks.ts";
import { fake, script, settings, shown } from "./scripted-vscode.ts";

const nobody = "/tmp/dockwright-test-nobody.sock";

test("without an engine Compose says so, and where there is no container the command does", async (context) => {
  const bed = await projectBed(context, "failing-projects", nobody);
  if (!bed) return;
  for (const [id, { compose, empty }] of Object.entries(commandTests)) {
    const row = id.startsWith("services.") ? await bed.service("web") : await bed.row();
    if (compose)
      await context.test(id, async () => {
        script(...compose);
        assert.notEqual(await bed.run(id, [row]), 0);
        assert.match(runs.at(-1)?.output ?? "", /daemon|docker API|connect/);
      });
    if (empty)
      await context.test(id, async () => {
        const before = runs.length;
        script(...empty);
        await bed.run(id, [row]);
        assert.match(shown.at(-1)?.text ?? "", /^(There is no|It has no stopped) container/);
        assert.equal(runs.length, before);
      });
  }
});

test("a file that Compose cannot read, files from elsewhere, a workspace that is not trusted", async (context) => {
  const bed = await projectBed(context, "failing-files", nobody);
  if (!bed) return;
  const row = await bed.row();
  bed.project.write("compose.yaml", "services: {web: {image: busybox:1.35, ports: 5}}\n");
  script();
  await assert.rejects(bed.run("projects.config", [row]), { kind: "failed", message: /ports/ });

  // Labels may name any file: only those of the workspace are used.
  const { definition: _, ...found } = row;
  const elsewhere = { ...found, definition: undefined, files: ["/elsewhere/compose.yaml"] };
  await assert.rejects(bed.run("projects.up", [elsewhere]), { kind: "invalid", remedy: /folder/ });
  assert.notEqual(await bed.run("projects.stop", [elsewhere]), 0);
  assert.deepEqual(runs.at(-1)?.args, ["-p", "failing-files", "stop"]);

  fake.workspace.isTrusted = false;
  try {
    await assert.rejects(bed.run("projects.up", [row]), { kind: "invalid", message: /trusted/ });
  } finally {
    fake.workspace.isTrusted = true;
  }
});

test("where there is no Compose, the way to get one is told", async (context) => {
  const bed = await projectBed(context, "failing-none", nobody);
  if (!bed) return;
  const row = await bed.row();
  const before = runs.length;
  const path = process.env.PATH;
  const told = async () => {
    script();
    await bed.run("projects.up", [row]);
    return shown.at(-1);
  };
  try {
    settings.set("compose.path", "/nowhere/docker-compose");
    assert.match((await told())?.text ?? "", /\/nowhere\/docker-compose does not work as Compose/);
    settings.set("compose.path", "");
    process.env.PATH = "/nowhere";
    const { text = "", choices } = (await told()) ?? {};
    assert.match(text, /docker compose, docker-compose and podman compose/);
    assert.deepEqual(choices, ["How to Install", "Set Path…"]);
    assert.equal(runs.length, before);
  } finally {
    process.env.PATH = path;
  }
});
