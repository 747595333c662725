// Compose by tasks.json, and what a person does to one project: files, profiles and variables chosen,
// a one-off run, files copied, events followed.
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { provideCompose } from "../../scripts/compose.ts";
import { until } from "../../scripts/engine-api.ts";
import { cleanUp, engine, isPodman } from "../engine/engine.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

const program = isPodman ? undefined : (provideCompose("sid") ?? provideCompose("trixie"));

const mine = 'labels: {dockwright.test: "1"}';
const compose = `name: mill
services:
  web:
    image: dockwright-test/mill:1
    build:
      context: .
      dockerfile_inline: |
        FROM busybox:1.35
        LABEL dockwright.test=1
        COPY flour.txt /srv/
    command: sh -c "while true; do echo $$MODE; sleep 1; done"
    environment: {MODE: "\${MODE:-usual}"}
    stop_grace_period: 0s
    ${mine}
    develop:
      watch: [{action: sync, path: ./flour.txt, target: /srv/flour.txt}]
  debug:
    image: busybox:1.35
    command: sleep 1000
    profiles: [debug]
    stop_grace_period: 0s
    ${mine}
networks: {default: {${mine}}}
`;

const task = (label: string, more: object) => ({
  label,
  type: "dockwright-compose",
  problemMatcher: [],
  ...more,
});
const tasks = {
  version: "2.0.0",
  tasks: [
    task("grind", { command: "build", services: ["web"] }),
    task("begin", {
      command: "up",
      profiles: ["debug"],
      envFiles: ["night.env"],
      dependsOn: ["grind"],
    }),
    task("say", {
      command: "run",
      services: ["web"],
      args: ["sh", "-c", "echo flour:; cat /srv/flour.txt"],
    }),
    task("follow", { command: "watch", services: ["web"] }),
    task("finish", { command: "down", profiles: ["debug"], removeVolumes: true }),
  ],
};

let ui: Workbench;
before(async () => {
  if (!program) return;
  ui = await openWorkbench({
    name: "compose-tasks",
    files: {
      "compose.yaml": compose,
      "flour.txt": "rye\n",
      "night.env": "MODE=night\n",
      ".vscode/tasks.json": JSON.stringify(tasks, null, 2),
    },
    settings: { "dockwright.compose.path": program },
  });
});
after(async () => {
  await ui?.close();
  await cleanUp();
});

interface Told {
  readonly Id: string;
  readonly State: string;
}

/** The containers of a service, as the engine tells them. */
async function containersOf(service: string): Promise<readonly Told[]> {
  const labels = ["com.docker.compose.project=mill", `com.docker.compose.service=${service}`];
  const filters = encodeURIComponent(JSON.stringify({ label: labels }));
  return JSON.parse((await engine("GET", `/containers/json?all=1&filters=${filters}`)).body);
}

const whenRuns = (service: string) =>
  until(`${service} runs`, async () =>
    (await containersOf(service)).find(({ State }) => State === "running"),
  );
const whenGone = (service: string) =>
  until(`the end of ${service}`, async () => (await containersOf(service)).length === 0);

async function variables(id: string): Promise<readonly string[]> {
  const told = JSON.parse((await engine("GET", `/containers/${id}/json`)).body);
  return told.Config.Env;
}

async function runTask(label: string): Promise<void> {
  await ui.command("Tasks: Run Task");
  await ui.pick("task to run", label);
}

test("tasks build, start with profiles and env files, run once, watch and take down", {
  timeout: 300_000,
}, async (context) => {
  if (!program) return context.skip("no Compose can be had here");
  await ui.openView("Projects");
  await ui.row("Projects", "mill").first().waitFor();
  await runTask("begin");
  const web = await whenRuns("web");
  await whenRuns("debug");
  assert.ok((await variables(web.Id)).includes("MODE=night"));
  await ui.shot("begun");

  await runTask("say");
  await ui.terminalShows(/flour:\s+rye/);
  await ui.shot("said");

  await runTask("follow");
  await ui.terminalShows("Watch enabled");
  // What is written before it really watches goes unseen.
  await until("a synced file", async () => {
    writeFileSync(join(ui.workspace, "flour.txt"), `wheat ${Date.now()}\n`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    return /[Ss]yncing/.test(await ui.terminal());
  });
  await ui.focusTerminal();
  await ui.page.keyboard.press("Control+C");
  // The terminal of a task that has ended takes every key as the one that closes it.
  await ui.page.evaluate("document.activeElement.blur()");
  await ui.shot("watched");

  await runTask("finish");
  await whenGone("web");
  await whenGone("debug");
});

test("chosen profiles and env files are used, also by what comes later", {
  timeout: 300_000,
}, async (context) => {
  if (!program) return context.skip("no Compose can be had here");
  await ui.rowMenu("Projects", "mill", "Choose Files and Profiles…");
  await ui.tick("Profiles to switch on", "debug");
  await ui.tick("Env files to use instead of .env", "night.env");
  await ui.answer("Project name");
  await ui.answer("Project folder");
  await ui.row("Projects", "debug").filter({ hasText: "not created" }).waitFor();
  await ui.rowButton("Projects", "mill", "Compose Up");
  const web = await whenRuns("web");
  await whenRuns("debug");
  assert.ok((await variables(web.Id)).includes("MODE=night"));
  await ui.shot("chosen");
});

test("a one-off run, files copied out and in, events, the configuration", {
  timeout: 300_000,
}, async (context) => {
  if (!program) return context.skip("no Compose can be had here");
  await ui.rowMenu("Projects", /^\s*web/, "Run One-off Command…");
  await ui.answer("Command to run in a new container of web", "cat /srv/flour.txt");
  await ui.terminalShows("rye");

  const target = join(ui.workspace, "copied.txt");
  await ui.rowMenu("Projects", /^\s*web/, "Copy Service Files…");
  await ui.pick("Copy files of web", "From the container");
  await ui.answer("Path in the container", "/srv/flour.txt");
  await ui.saveAs("Copy files of web", target);
  await until(
    "the copied file",
    () => existsSync(target) && readFileSync(target, "utf8") === "rye\n",
  );

  await ui.rowMenu("Projects", "mill", "Show", "Follow Project Events");
  const web = await whenRuns("web");
  await until("an event", async () => {
    await engine("POST", `/containers/${web.Id}/pause`);
    await engine("POST", `/containers/${web.Id}/unpause`);
    return /container (un)?pause/.test(await ui.terminal());
  });
  await ui.shot("events");

  await ui.rowMenu("Projects", "mill", "Compose Down…");
  await ui.answer("Choose what else to remove");
  await ui.dialog("Take Down");
  await whenGone("web");
  await whenGone("debug");
});
