// What terminals and builds say when their engine is killed under them.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { create, start } from "../../extension/engine/verbs/containers.ts";
import type { TestEngine } from "../../scripts/engine.ts";
import { tearDown, tree } from "./building.ts";
import { panel, Screen } from "./commands.ts";
import { busybox, engineAt, labels, ownEngine } from "./engine.ts";
import { fake, script } from "./scripted-vscode.ts";
import { Way } from "./way.ts";

const { openAttach } = await import("../../extension/terminals/attach.ts");
const { openExec } = await import("../../extension/terminals/exec.ts");
const { openLogs } = await import("../../extension/terminals/logs.ts");

after(tearDown);

test("a log, a shell, an attached program and a build say that the engine has gone, and begin again with it", async (context) => {
  const own: TestEngine = await ownEngine("cut-off");
  if (!own.ours) return context.skip("no engine of our own can be had here");
  const client = engineAt(own.socket);
  const { run, dispose } = panel(own.socket);
  try {
    const wish = {
      Image: busybox,
      Cmd: ["sh", "-c", "echo up; sleep 1000"],
      Labels: { ...labels },
    };
    const { Id: id } = await create(client, { ...wish, StopTimeout: 0 });
    await start(client, id);
    const container = { id, name: "under" };

    openLogs(client, [container], { tail: 100, timestamps: false });
    const log = new Screen();
    await log.shows(/up/);
    await openExec(client, container, { command: ["sh", "-c", "echo in; sleep 1000"] });
    const shell = new Screen();
    await shell.shows(/in\r\n/);
    openAttach(client, container);
    const attached = new Screen();
    await attached.shows(/docker attach under/);
    const folder = tree({ Dockerfile: `FROM ${busybox}\nRUN echo begun-$((40+2)); sleep 1000\n` });
    script("cut/off:1", []);
    await run("builds.build", [], [fake.Uri.file(`${folder}/Dockerfile`)]);
    const build = new Screen();
    await build.shows(/begun-42/);

    await own.kill();
    const said = /The connection to the engine was cut\.[\s\S]*Enter to/;
    for (const screen of [log, shell, attached, build]) await screen.shows(said);

    await own.start();
    await start(client, id);
    log.type("\r");
    await log.shows(/was cut[\s\S]*up/);
    shell.type("\r");
    await shell.shows(/was cut[\s\S]*\r\nin\r\n/);
    for (const screen of [log, shell, attached, build]) screen.close();
  } finally {
    dispose();
    client.dispose();
    await own.stop();
  }
});

test("a shell whose output ended properly before its engine went says the same", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-way-"));
  const way = new Way();
  await way.listen(join(folder, "docker.sock"));
  const client = engineAt(join(folder, "docker.sock"));
  try {
    const { Id: id } = await create(client, {
      Image: busybox,
      Cmd: ["sleep", "1000"],
      Labels: { ...labels },
      StopTimeout: 0,
    });
    await start(client, id);
    await openExec(client, { id, name: "under" }, { command: ["sh", "-c", "echo in; read x"] });
    const shell = new Screen();
    await shell.shows(/in\r\n/);
    // Nothing listens any more when the exit code is asked for.
    way.end();
    await shell.shows(/The connection to the engine was cut\.[\s\S]*Enter to/);
    shell.close();
  } finally {
    client.dispose();
    way.cut();
    rmSync(folder, { recursive: true, force: true });
  }
});
