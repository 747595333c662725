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

async function terminals(): Promise<readonly string[]> {
  const rows = ui.page.locator(".terminal-wrapper.active .xterm-rows");
  return (await rows.allInnerTexts()).map((one) => one.replaceAll("\u00a0", " "));
}

/** Waits until one of the terminals that stand side by side shows this: tasks in a row share a group. */
async function shows(text: string | RegExp): Promise<void> {
  const wanted = typeof text === "string" ? new RegExp(text) : text;
  let last: readonly string[] = [];
  await until(`a terminal shows ${text}`, async () => {
    last = await terminals();
    return last.some((one) => wanted.test(one));
  }).catch((error: unknown) => {
    throw new Error(`${error}\nThey show:\n${last.join("\n---\n")}`);
  });
}

/** Ticks a row of a list that asks for many, and confirms it. */
async function tick(question: string, label: string): Promise<void> {
  await ui.question(question);
  const row = ui.page.locator(".quick-input-widget .monaco-list-row").filter({ hasText: label });
  await row.locator(".monaco-checkbox, input[type=checkbox]").first().click();
  await ui.answer(question);
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
  await shows(/flour:\s+rye/);
  await ui.shot("said");

  await runTask("follow");
  await shows("Watch enabled");
  writeFileSync(join(ui.workspace, "flour.txt"), "wheat\n");
  await shows(/[Ss]yncing/);
  await ui.page.locator(".terminal-wrapper.active .xterm-helper-textarea").last().focus();
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
  await tick("Profiles to switch on", "debug");
  await tick("Env files instead of .env", "night.env");
  await ui.answer("Project name");
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
  await shows("rye");

  const target = join(ui.workspace, "copied.txt");
  await ui.rowMenu("Projects", /^\s*web/, "Copy Files of Service…");
  await ui.pick("Copy files of web", "From the container");
  await ui.answer("Path in the container", "/srv/flour.txt");
  await ui.saveAs("Copy files of web", target);
  await until(
    "the copied file",
    () => existsSync(target) && readFileSync(target, "utf8") === "rye\n",
  );

  await ui.rowMenu("Projects", "mill", "Show", "Follow Events of Project");
  const web = await whenRuns("web");
  await until("an event", async () => {
    await engine("POST", `/containers/${web.Id}/pause`);
    await engine("POST", `/containers/${web.Id}/unpause`);
    return (await terminals()).some((one) => /container (un)?pause/.test(one));
  });
  await ui.shot("events");

  await ui.rowMenu("Projects", "mill", "Compose Down…");
  await ui.answer("Tick what else shall go");
  await ui.dialog("Take Down");
  await whenGone("web");
  await whenGone("debug");
});
