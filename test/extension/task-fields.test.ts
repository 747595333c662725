// Values of a wrong kind in tasks.json, by what the manifest says of the fields.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { type Field, wrongField } from "../../extension/tasks/fields.ts";

interface Definition {
  readonly type: string;
  readonly properties: Record<string, Field>;
}

const manifest = JSON.parse(readFileSync("package.json", "utf8"));
const definitions: readonly Definition[] = manifest.contributes.taskDefinitions;
const fields = Object.assign({}, ...definitions.map(({ properties }) => properties));

test("a field of a task whose value is of a wrong kind is told", () => {
  const wrong: Readonly<Record<string, unknown>> = {
    image: 5,
    command: "sh -c true",
    ports: [8080],
    env: ["A=1"],
    args: "A=1",
    noCache: "yes",
    tag: ["a"],
  };
  for (const [name, value] of Object.entries(wrong))
    assert.match(wrongField(fields, { [name]: value }) ?? "", new RegExp(`The field ${name} `));
});

test("fields of the right kinds pass, and those that are no fields of ours", () => {
  const right = {
    ...{ type: "dockwright-run", image: "a", command: ["sh", "-c", "true"], ports: ["8080:80"] },
    ...{ env: { PORT: 8080, DEBUG: true }, args: {}, noCache: false, detail: 5 },
  };
  assert.equal(wrongField(fields, right), undefined);
});
