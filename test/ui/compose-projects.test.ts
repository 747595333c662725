// A Compose project as a beginner meets it: from a compose.yaml and a Compose that has yet to be
// installed to a running project, its logs, an edit that asks for a new container, a service restarted,
// down again, and a build that fails. No command line.
import assert from "node:assert/strict";
import { mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { provideCompose } from "../../scripts/compose.ts";
import { until } from "../../scripts/engine-api.ts";
import { cleanUp, engine } from "../engine/engine.ts";
import { removeTemporary } from "../temporary.ts";
import { unfold } from "./reveal.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

const program = provideCompose("sid") ?? provideCompose("trixie");

const compose = `name: bakery
services:
  web:
    image: busybox:1.35
    command: sh -c "while true; do echo bread; sleep 1; done"
    environment:
      MODE: one
    depends_on:
      db:
        condition: service_healthy
    stop_grace_period: 0s
    labels: {dockwright.test: "1"}
  db:
    image: busybox:1.35
    command: sh -c "while true; do echo flour; sleep 1; done"
    healthcheck: {test: ["CMD", "true"], interval: 1s}
    stop_grace_period: 0s
    labels: {dockwright.test: "1"}
  tools:
    image: busybox:1.35
    profiles: [debug]
networks:
  default:
    labels: {dockwright.test: "1"}
`;

/** Beside it, in a folder where Compose would take another file if `.env` did not name this one. */
const pastry = {
  "pastry/.env": "COMPOSE_FILE=오븐 파일.yaml\n",
  "pastry/compose.yaml": "services: {shelf: {image: 'busybox:1.35'}}\n",
  "pastry/오븐 파일.yaml": `services:
  oven:
    build: {context: ., dockerfile_inline: "FROM busybox:1.35\\nRUN exit 7\\n"}
`,
};

const programs = mkdtempSync(join(tmpdir(), "dockwright-programs-"));
const path = join(programs, "docker-compose");

let ui: Workbench;
before(async () => {
  if (!program) return;
  ui = await openWorkbench({
    name: "compose-projects",
    files: { "compose.yaml": compose, ...pastry },
    settings: { "dockwright.compose.path": path },
  });
});
after(async () => {
  await ui?.close();
  await cleanUp();
  removeTemporary(programs);
});

const row = (text: string | RegExp) => ui.row("Projects", text).first();

/** Waits for a container of the service in this state, as the engine tells it. */
async function whenContainer(service: string, state: string): Promise<void> {
  const label = JSON.stringify({ label: [`com.docker.compose.service=${service}`] });
  await until(`${service} ${state}`, async () => {
    const { body } = await engine(
      "GET",
      `/containers/json?all=1&filters=${encodeURIComponent(label)}`,
    );
    const all = JSON.parse(body) as { State: string }[];
    return state === "gone" ? all.length === 0 : all.some(({ State }) => State === state);
  });
}

test("up, logs, drift, recreate, restart, down", { timeout: 300_000 }, async (context) => {
  if (!program) return context.skip("no Compose can be had here");
  await ui.openView("Projects");
  await row("bakery").filter({ hasText: "not created" }).waitFor();
  await row("tools").filter({ hasText: "off (profile debug)" }).waitFor();
  await row("oven").waitFor();
  assert.equal(await row("shelf").count(), 0);
  await ui.shot("defined");

  await ui.rowButton("Projects", "bakery", "Compose Up");
  await ui.notification(path);
  await ui.shot("no-compose");
  await ui.closeNotifications();
  symlinkSync(program, path);
  await ui.rowButton("Projects", "bakery", "Compose Up");
  await row("web").filter({ hasText: "running" }).waitFor();
  await row("bakery").filter({ hasText: "2 of 2 services running" }).waitFor();
  await row("db").filter({ hasText: "healthy" }).waitFor();
  await ui.shot("up");

  await ui.rowButton("Projects", "bakery", "View Project Logs");
  await ui.terminalShows("bread");
  await ui.terminalShows("flour");
  await ui.shot("logs");

  await ui.openFile("compose.yaml");
  await ui.editor.locator(".view-line").filter({ hasText: "MODE" }).click();
  await ui.page.keyboard.press("End");
  for (const _ of "one") await ui.page.keyboard.press("Backspace");
  await ui.page.keyboard.type("two");
  await ui.shows("MODE: two");
  await ui.save("compose.yaml", (text) => text.includes("MODE: two"));
  await row("web").filter({ hasText: "recreate needed: environment.MODE" }).waitFor();
  await unfold(row(/^\s*web/));
  await row(/^\s*environment/)
    .filter({ hasText: "one → two" })
    .waitFor();
  await ui.shot("drift");
  await ui.rowButton("Projects", /^\s*environment/, "Show Differences");
  await ui.page.locator(".monaco-diff-editor").waitFor();
  await ui.shot("difference");

  await ui.rowButton("Projects", /^\s*web/, "Compose Up Service");
  await row(/^\s*environment/).waitFor({ state: "hidden" });
  await row("bakery").filter({ hasText: "2 of 2 services running" }).waitFor();

  await ui.rowButton("Projects", /^\s*web/, "Restart Service");
  // A menu that opens while the view draws what has ended and begun would be one of no row.
  await ui.terminalShows(/bakery-web-1\s+Started/);
  await whenContainer("web", "running");
  await row("bakery").filter({ hasText: "2 of 2 services running" }).waitFor();

  await ui.rowMenu("Projects", "bakery", "Show Service Graph");
  const page = ui.page.frameLocator("iframe.webview").frameLocator("iframe");
  await page.locator(".service").nth(2).waitFor();
  await page.getByText("Start order:").waitFor();
  await ui.shot("graph");

  await ui.rowMenu("Projects", "bakery", "Compose Down…");
  await ui.answer("Choose what else to remove");
  const said = await ui.dialog("Take Down");
  assert.match(said, /bakery-web-1/);
  assert.match(said, /bakery_default/);
  await whenContainer("web", "gone");
  await row("bakery").filter({ hasText: "not created" }).waitFor();
  await ui.shot("down");
});

test("a project whose file .env names; its build fails, and the terminal says why", {
  timeout: 300_000,
}, async (context) => {
  if (!program) return context.skip("no Compose can be had here");
  await row("pastry").filter({ hasText: "not created" }).waitFor();
  await ui.rowButton("Projects", "pastry", "Compose Up");
  await ui.terminalShows(/code:? 7/);
  await row("pastry").filter({ hasText: "not created" }).waitFor();
  await ui.shot("failed-build");
});
