// Every command of the manifest is seen to work on a real engine, and seen to fail; or it is said why not.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { manifest } from "../../../extension/manifest/index.ts";
import { commandTests, testedElsewhere } from "../../engine/command-tests.ts";

const ids = manifest
  .flatMap(({ commands = [] }) => commands)
  .map(({ id }) => id.replace(/^dockwright\./, ""));

test("every command has its test on an engine, or a reason to have none", () => {
  const places = Object.keys(testedElsewhere);
  const without = ids.filter(
    (id) => !(id in commandTests) && !places.some((place) => id.startsWith(place)),
  );
  assert.deepEqual(without, []);
  const unknown = Object.keys(commandTests).filter((id) => !ids.includes(id));
  assert.deepEqual(unknown, []);
  for (const [where] of Object.values(testedElsewhere)) assert.ok(existsSync(where), where);
});

test("the file that is named runs the command", () => {
  for (const [id, { seen }] of Object.entries(commandTests)) {
    const text = readFileSync(`test/engine/${seen}.test.ts`, "utf8");
    const [noun = "", verb = ""] = id.split(".");
    const runs =
      new RegExp(`\\b(run|does|begins)\\(\\s*"${id}"`).test(text) ||
      (text.includes(`\`${noun}.$`) && text.includes(`["${verb}", `));
    assert.ok(runs, `${seen} does not run ${id}`);
  }
});

test("every command has a failing way, or a reason to have none", () => {
  const without = Object.entries(commandTests).filter(
    ([, { gone, dead, compose, empty, cannotFail }]) =>
      [gone ?? dead, compose, empty, cannotFail].filter((way) => way !== undefined).length !== 1,
  );
  assert.deepEqual(
    without.map(([id]) => id),
    [],
  );
});
