// Code lenses of Compose files and the colours of their names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../../language-server/compose/index.ts";
import { editor, type Surroundings } from "./editor.ts";

const text = "services:\n  web:\n    image: a:$TAG\n  db: &db\n    image: b\n";

function lenses(around: Surroundings = {}): readonly string[] {
  const { document, context } = editor(text, around);
  return (compose.lenses?.(document, context) ?? []).map(
    ({ start, title, command }) =>
      `${text.slice(start).split(":")[0]}: ${title} → ${command.replace("dockwright.", "")}`,
  );
}

const ofProject = [
  "services: Up → projects.up",
  "services: Down → projects.down",
  "services: Logs → projects.logs",
];

test("the project and each service can be started from the file", () => {
  assert.deepEqual(lenses(), [
    ...ofProject,
    "web: Up → services.up",
    "web: Logs → services.logs",
    "db: Up → services.up",
    "db: Logs → services.logs",
  ]);
});

test("a service shows its state and what makes sense in it", () => {
  const asked: string[] = [];
  const serviceStates = (project: string) => {
    asked.push(project);
    return { web: "running (healthy)", db: "exited (1)" };
  };
  const found = lenses({ engine: { serviceStates }, settings: { codeLens: { compose: false } } });
  assert.deepEqual(asked, ["project"]);
  assert.deepEqual(found, [
    "web: running (healthy) → services.logs",
    "web: Restart → services.restart",
    "web: Stop → services.stop",
    "web: Logs → services.logs",
    "db: exited (1) → services.logs",
    "db: Up → services.up",
    "db: Logs → services.logs",
  ]);
});

test("lenses have a switch for the file and one for services", () => {
  assert.deepEqual(lenses({ settings: { codeLens: { services: false } } }), ofProject);
  const off = { codeLens: { compose: false, services: false } };
  assert.deepEqual(lenses({ settings: off }), []);
});

test("names are coloured by what they mean", () => {
  const { document, context } = editor(text);
  assert.deepEqual(
    (compose.tokens?.(document, context) ?? []).map(
      ({ start, end, type }) => `${text.slice(start, end)} ${type}`,
    ),
    ["web class", "TAG variable", "db class", "db macro"],
  );
});
