// Every command of the manifest has its function, and every function its entry. The sources are
// read as text: the commands themselves need VS Code.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { manifest } from "../../../extension/manifest/index.ts";

const source = globSync("extension/commands/**/*.ts")
  .map((file) => readFileSync(file, "utf8"))
  .join("\n");
const written = new Set([...source.matchAll(/^ {2}"(dockwright\.[\w.]+)":/gm)].map(([, id]) => id));
const entries = manifest.flatMap(({ commands = [] }) => commands);

test("every command of the panel in the manifest has a function", () => {
  const nouns =
    /^dockwright\.(containers|images|volumes|networks|engines|system|registries|views|projects|services)\./;
  const missing = entries.map(({ id }) => id).filter((id) => nouns.test(id) && !written.has(id));
  assert.deepEqual(missing, []);
});

test("every function of the table stands in the manifest", () => {
  const declared = new Set<string | undefined>(entries.map(({ id }) => id));
  assert.deepEqual(
    [...written].filter((id) => !declared.has(id)),
    [],
  );
});

test("every pattern of a row's menu fits a row", () => {
  const states = ["created", "running", "paused", "restarting", "removing", "exited", "dead"];
  const values = [
    ...states.flatMap((state) => [
      `container.${state}`,
      `container.${state}.ports`,
      `container.${state}.checked`,
    ]),
    ...[
      "image.tagged",
      "image.tagged.newer",
      "image.dangling",
      "volume",
      "network.builtin",
      "network.own",
    ],
    ...["running", "partly", "stopped", "absent", "unknown"].flatMap((condition) => [
      ...["defined", "found"].map((where) => `project.${where}.${condition}`),
      ...["defined", "off", "orphan", "found"].map((where) => `service.${where}.${condition}`),
      `service.defined.${condition}.drift`,
    ]),
    ...["attachment", "port", "line", "difference", "containers.group", "images.group"],
    ...["registry.in", "registry.out.added", "registry.in.hub", "repository", "repository.added"],
    ...["tag", "tag.hub"],
    ...["engine.used.context", "engine.used.found", "engine.other.context", "engine.other.found"],
    ...["engine.other.context.open", "engine.used.context.guarded", "engineFact"],
    ...["images", "volumes", "networks"].map((kind) => `folder.${kind}`),
  ];
  const places = [
    ...entries.flatMap(({ menus = [] }) => menus),
    ...manifest.flatMap(({ submenuPlaces = [] }) => submenuPlaces),
  ];
  const patterns = places.flatMap(
    ({ when = "" }) => /viewItem =~ \/(.*?)\/(?: |$)/.exec(when)?.[1] ?? [],
  );
  assert.ok(patterns.length > 50);
  const lost = patterns.filter(
    (pattern) => !values.some((value) => new RegExp(pattern).test(value)),
  );
  assert.deepEqual(lost, []);
});
