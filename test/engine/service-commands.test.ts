// The commands on services of Compose projects, each run on a real engine with a real Compose.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Screen } from "./commands.ts";
import { until } from "./engine.ts";
import { idsOf, projectBed, running } from "./project-bed.ts";
import { printed, runs } from "./scripted-tasks.ts";
import { opened, script, shown } from "./scripted-vscode.ts";

test("the commands on a service do what they say", async (context) => {
  const bed = await projectBed(context, "service-commands");
  if (!bed) return;
  const { run, does, begins, service, documents, project } = bed;
  const isPaused = (one: Awaited<ReturnType<typeof service>>) =>
    one.members.some(({ container }) => container.state === "paused");
  const isStopped = ({ condition }: { condition: string }) => condition === "stopped";

  await does("services.build", await service("web"));
  await bed.object("image", "service-commands-web:latest");
  await does("services.pull", await service("worker"));
  await does("services.push", await service("web"));
  await does("services.up", await service("web"));
  const first = idsOf(await service("web", running));
  await service("worker", running);
  await does("services.recreate", await service("web"));
  const second = await service("web", (one) => running(one) && idsOf(one)[0] !== first[0]);

  await run("services.top", [await service("worker", running)]);
  assert.match(documents.get("service-commands worker top.txt") ?? "", /sleep 1000/);
  await run("services.port", [second]);
  assert.match(documents.get("service-commands web port.txt") ?? "", /80\/tcp +\S+:\d+/);
  await run("services.logs", [second]);
  const logs = new Screen();
  await logs.shows(/said by web/);
  logs.close();
  await run("services.exec", [second]);
  const shell = new Screen();
  shell.type("echo $((6*7))\r");
  await shell.shows(/42/);
  shell.close();
  await run("services.openDefinition", [second]);
  assert.equal(opened.at(-1), `${project.folder}/compose.yaml`);
  await run("services.showDifference", [second]);
  assert.match(documents.get("web.yaml") ?? "", /said by web.*↔.*said by web/s);

  await does("services.run", second, "echo once $((1 + 1))");
  assert.match(runs.at(-1)?.output ?? "", /once/);
  await does("services.cp", second, "Into the container", "/tmp/page.html", [
    join(project.folder, "src/page.html"),
  ]);
  const out = join(project.folder, "가져온 page.html");
  await does("services.cp", second, "From the container", "/tmp/page.html", out);
  assert.equal(readFileSync(out, "utf8"), "one\n");
  const watch = await begins("services.watch", second);
  await printed(/Watch enabled/i).finally(() => watch.stop());

  await until("the end of the watch", () => watch.code !== undefined);
  // A watch that was killed leaves its lock, and another process has got its number since.
  const other = spawn("sleep", ["1000"]);
  const { XDG_RUNTIME_DIR: usual } = process.env;
  process.env.XDG_RUNTIME_DIR = project.folder;
  try {
    project.write("service-commands.pid", String(other.pid));
    script("Remove and Watch");
    const before = runs.length;
    void run("services.watch", [second]);
    await until("a second try", () => runs.length === before + 2);
    assert.match(shown.at(-1)?.detail ?? "", new RegExp(`process ${other.pid},`));
    await printed(/Watch enabled/i).finally(() => runs.at(-1)?.stop());
  } finally {
    if (usual === undefined) delete process.env.XDG_RUNTIME_DIR;
    else process.env.XDG_RUNTIME_DIR = usual;
    other.kill();
  }

  await does("services.scale", await service("worker"), "3");
  await service("worker", ({ members }) => members.length === 3);
  await does("services.pause", await service("worker"));
  await does("services.unpause", await service("worker", isPaused));
  await does("services.stop", await service("worker", running));
  await does("services.start", await service("worker", isStopped));
  await does("services.restart", await service("worker", running));
  await does("services.kill", await service("worker", running), "SIGKILL");
  await does("services.removeStopped", await service("worker", isStopped), "Remove");
  assert.match(shown.at(-1)?.text ?? "", /3 stopped containers/);
  await service("worker", ({ condition }) => condition === "absent");
});
