// The commands on Compose projects, each run on a real engine with a real Compose.
import assert from "node:assert/strict";
import { basename, dirname } from "node:path";
import { test } from "node:test";
import { Screen } from "./commands.ts";
import { until } from "./engine.ts";
import { idsOf, projectBed, running } from "./project-bed.ts";
import { printed } from "./scripted-tasks.ts";
import { clipboard, opened, script, settings, shown } from "./scripted-vscode.ts";

test("the commands on a project do what they say", async (context) => {
  const bed = await projectBed(context, "project-commands");
  if (!bed) return;
  const { run, does, begins, row, documents, project } = bed;
  const absent = await row();

  assert.deepEqual(await does("projects.build", absent), ["-f", "compose.yaml", "build"]);
  await bed.object("image", "project-commands-web:latest");
  await does("projects.up", absent);
  let up = await row(running);

  await run("projects.ps", [up]);
  assert.match(documents.get("project-commands ps.txt") ?? "", /project-commands-web-1 .*running/i);
  await run("projects.top", [up]);
  assert.match(documents.get("project-commands top.txt") ?? "", /sleep 1000/);
  await run("projects.port", [up]);
  assert.match(documents.get("project-commands port.txt") ?? "", /80\/tcp +\S+:\d+/);
  await run("projects.config", [up]);
  assert.match(documents.get("project-commands config.yaml") ?? "", /published|target: 80/);
  await run("projects.logs", [up]);
  const logs = new Screen();
  await logs.shows(/said by web/);
  logs.close();
  await run("projects.openDefinition", [up]);
  assert.equal(opened.at(-1), `${project.folder}/compose.yaml`);
  script();
  await run("projects.copyMermaid", [up]);
  assert.match(clipboard.text, /web.*worker/s);

  const events = await begins("projects.events", up);
  // It says nothing before the first event: each is another chance to be heard.
  let signals = 0;
  await until("an event", async () => {
    if (events.output) return true;
    const [id = ""] = up.services.flatMap(idsOf);
    const path = `/containers/${id}/kill?signal=${signals++ % 2 ? "USR1" : "WINCH"}`;
    await bed.engine.request({ method: "POST", path }).catch(() => {});
    return false;
  }).finally(() => events.stop());
  const watch = await begins("projects.watch", up);
  await printed(/Watch enabled/i).finally(() => watch.stop());

  // On a guarded engine what stops something is asked about first.
  settings.set("guardedEngines", ["unix://*"]);
  script(undefined);
  await run("projects.stop", [await row(running)]);
  assert.match(shown[0]?.detail ?? "", /^docker .*compose -p project-commands stop$/);
  settings.delete("guardedEngines");
  await does("projects.pause", await row(running));
  await row((one) => one.services.every(({ members }) => members[0]?.container.state === "paused"));
  await does("projects.unpause", up);
  await does("projects.stop", await row(running));
  const stopped = await row(({ condition }) => condition === "stopped");
  await does("projects.start", stopped);
  up = await row(running);
  const startedAt = async () => {
    const all = await Promise.all(
      up.services
        .flatMap(idsOf)
        .map((id) =>
          bed.engine.request<{ State: { StartedAt: string } }>({ path: `/containers/${id}/json` }),
        ),
    );
    return all.map(({ State }) => State.StartedAt).join();
  };
  const before = await startedAt();
  await does("projects.restart", up);
  assert.notEqual(await startedAt(), before);
  await does("projects.kill", await row(running), "SIGKILL");
  await does(
    "projects.removeStopped",
    await row(({ condition }) => condition === "stopped"),
    "Remove",
  );
  assert.match(shown.at(-1)?.detail ?? "", /project-commands-web-1/);
  await row(({ condition }) => condition === "absent");

  await does("projects.pull", absent);
  await does("projects.push", absent);
  const wishes = [
    "In the background",
    "Recreate all containers",
    "Wait until everything is healthy",
  ];
  const args = await does("projects.upWith", absent, wishes);
  assert.deepEqual(args.slice(2), ["up", "-d", "--force-recreate", "--wait"]);
  up = await row(running);
  project.write("compose.more.yaml", "services: {}\n");
  script("compose.more.yaml", "renamed", basename(dirname(project.folder)));
  await run("projects.configure", [up]);
  const [choice] = bed.choices.values();
  assert.deepEqual(choice, {
    files: [`${project.folder}/compose.yaml`, `${project.folder}/compose.more.yaml`],
    name: "renamed",
    folder: dirname(project.folder),
  });
  bed.forget();
  await does("projects.down", up, ["Also remove the images that were built"], "Take Down");
  await row(({ condition }) => condition === "absent");
  await bed.gone("image", "project-commands-web:latest");
});
