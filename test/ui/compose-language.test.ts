// A beginner's compose.yaml with ten faults, repaired with the fixes of the light bulb alone until
// docker compose takes it; then a service is renamed in two files, and the whole is looked at.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { provideCompose } from "../../scripts/compose.ts";
import { until } from "../../scripts/engine-api.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

/** Where it can be had; what the fixes must give stands below all the same. */
const program = provideCompose("sid") ?? provideCompose("trixie");

const broken = `version: "3.8"
web:
  image:nginx:1.27
  port:
    - 8080:80
  depends_on: db
  replicas: 2
  healthcheck:
    test: [curl, -f, http://localhost]
    interval: 30
services:
  db:
    image: postgres:17
    enviroment:
      POSTGRES_PASSWORD_FILE: /run/secrets/password
    secrets:
      - password
  ports:
    - "5432:5432"
`;

const repaired = `services:
  web:
    image: nginx:1.27
    ports:
      - 8080:80
    depends_on: [db]
    deploy:
      replicas: 2
    healthcheck:
      test: ["CMD", curl, -f, http://localhost]
      interval: 30s
  db:
    image: postgres:17
    environment:
      POSTGRES_PASSWORD_FILE: /run/secrets/password
    secrets:
      - password
    ports:
      - "5432:5432"

secrets:
  password:
    file: ./password
`;

const override = `services:
  web:
    depends_on:
      db:
        condition: service_healthy
  db:
    restart: always
`;

let ui: Workbench;
before(async () => {
  ui = await openWorkbench({
    name: "compose-language",
    files: { "shop/compose.yaml": broken, "shop/password": "secret\n" },
    settings: {
      "problems.sortOrder": "position",
      "editor.lightbulb.enabled": "on",
      "dockwright.lint.rules": { UntaggedImage: "off", ScaledHostPort: "off" },
    },
  });
});
after(() => ui?.close());

const file = (name: string) => readFileSync(join(ui.workspace, "shop", name), "utf8");

test("a broken file is repaired with fixes alone", { timeout: 300_000 }, async () => {
  await ui.openFile("compose.yaml");
  await ui.squiggles("error").first().waitFor();
  await ui.shot("broken");
  for (const fix of [
    'Remove "version"',
    'Move "web" under services',
    "Put a space after the colon",
    'Change "port" to "ports"',
    "Make it a list",
    'Move "replicas" into "deploy"',
    'Begin the list with "CMD"',
    "Write 30s",
    'Change "enviroment" to "environment"',
    'Define "password" under secrets',
    'Move "ports" into "db"',
  ]) {
    const before = await ui.text();
    await ui.fixNext(fix);
    await until(`the fix ${fix}`, async () => (await ui.text()) !== before);
  }
  await ui.squiggles("error").first().waitFor({ state: "hidden" });
  await ui.shot("repaired");
  await ui.save("shop/compose.yaml", (text) => text === repaired);
  if (!program) return;
  const said = execFileSync(program, ["config"], {
    cwd: join(ui.workspace, "shop"),
    encoding: "utf8",
    env: { PATH: process.env.PATH, HOME: "/nowhere" },
  });
  assert.match(said, /target: 80/);
});

test("a service is renamed in both files of the project", { timeout: 200_000 }, async () => {
  writeFileSync(join(ui.workspace, "shop/compose.override.yaml"), override);
  // The search for files may not know a new one yet; the explorer shows it as soon as it is seen.
  await ui.page
    .locator(".explorer-folders-view .monaco-list-row")
    .filter({ hasText: "compose.override.yaml" })
    .dblclick();
  await ui.whenOpen("compose.override.yaml");
  const name = ui.editor.locator(".view-line").filter({ hasText: /^\s*db:\s*$/ });
  await name.first().click();
  await ui.page.keyboard.press("Home");
  await ui.rename("database");
  await until("both files", async () => {
    await ui.command("File: Save All Files");
    return (
      file("compose.yaml").includes("depends_on: [database]") &&
      file("compose.override.yaml") === override.replace(/\bdb:/g, "database:")
    );
  });
  assert.match(file("compose.yaml"), /^ {2}database:$/m);
  await ui.squiggles("error").first().waitFor({ state: "hidden" });
  await ui.shot("renamed");
});

test("the effective configuration is shown", { timeout: 200_000 }, async () => {
  await ui.openFile("compose.yaml");
  await ui.command("Docker: Show Effective Configuration");
  await ui.shows("condition: service_healthy");
  await ui.shows("image: nginx:1.27");
  await ui.shot("effective");
});
