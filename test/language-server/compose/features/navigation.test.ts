// Going to names, finding and renaming them, in one file and over several. The cursor is a `|`.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../../language-server/compose/index.ts";
import { editor, folder, type Surroundings } from "./editor.ts";

/** The place as `file:line:text`. */
function shown(uri: string, text: string, start: number, end: number): string {
  const line = text.slice(0, start).split("\n").length;
  return `${uri.slice(folder.length)}:${line}:${text.slice(start, end)}`;
}

function definition(marked: string, around?: Surroundings): readonly string[] {
  const { document, offset, context, text } = editor(marked, around);
  return (compose.definitions?.(document, offset, context) ?? []).map(
    ({ uri = context.uri, start, end }) =>
      shown(uri, uri === context.uri ? text : (context.host.files.read(uri) ?? ""), start, end),
  );
}

/** The files after a rename, those alone that it changes. */
function renamed(
  marked: string,
  newName: string,
  around?: Surroundings,
): Readonly<Record<string, string>> {
  const { document, offset, context } = editor(marked, around);
  const edits = compose.rename?.(document, offset, newName, context) ?? {};
  return Object.fromEntries(
    Object.entries(edits).map(([uri, some]) => {
      const text = context.host.files.read(uri) ?? "";
      const after = [...some]
        .sort((one, other) => other.start - one.start)
        .reduce((now, edit) => now.slice(0, edit.start) + edit.newText + now.slice(edit.end), text);
      return [uri.slice(folder.length), after];
    }),
  );
}

const services = "services:\n  web:\n    image: a\n    depends_on: [d|b]\n  db:\n    image: b\n";

test("a reference leads to its definition", () => {
  assert.deepEqual(definition(services), ["compose.yaml:5:db"]);
  assert.deepEqual(
    definition("services:\n  a:\n    volumes:\n      - da|ta:/d\nvolumes:\n  data:\n"),
    ["compose.yaml:6:data"],
  );
  assert.deepEqual(definition("x: &a 1\ny: *|a\n"), ["compose.yaml:1:a"]);
});

test("what is defined in an included or extended file is found there", () => {
  const files = {
    "db.yaml": "services:\n  db:\n    image: b\n",
    "base/compose.yaml": "services:\n  base:\n    image: c\n",
  };
  assert.deepEqual(
    definition("include: [db.yaml]\nservices:\n  web:\n    depends_on: [d|b]\n", { files }),
    ["db.yaml:2:db"],
  );
  const extend =
    "services:\n  web:\n    extends:\n      file: base/compose.yaml\n      service: ba|se\n";
  assert.deepEqual(definition(extend, { files }), ["base/compose.yaml:2:base"]);
});

test("variables lead to .env, stages and arguments to the Dockerfile, paths to their files", () => {
  const files = {
    ".env": "A=1\nTAG=2\n",
    "web/Dockerfile": "FROM a AS base\nARG VERSION\n",
  };
  assert.deepEqual(definition("services:\n  a:\n    image: x:${T|AG:-1}\n", { files }), [
    ".env:2:TAG",
  ]);
  const build = (line: string) =>
    `services:\n  a:\n    build:\n      context: web\n      ${line}\n`;
  assert.deepEqual(definition(build("target: ba|se"), { files }), ["web/Dockerfile:1:base"]);
  assert.deepEqual(definition(build("args:\n        VER|SION: 1"), { files }), [
    "web/Dockerfile:2:VERSION",
  ]);
  assert.deepEqual(definition("services:\n  a:\n    build: w|eb\n", { files }), [
    "web/Dockerfile:1:",
  ]);
});

test("a place without a name leads nowhere and cannot be renamed", () => {
  for (const marked of ["ser|vices:\n", "services:\n  a:\n    image: x|y\n", "# w|ord\n"]) {
    assert.deepEqual(definition(marked), []);
    const { document, offset, context } = editor(marked);
    assert.equal(compose.renameable?.(document, offset, context), undefined);
  }
});

test("a service is renamed wherever it is named", () => {
  const text = [
    "services:",
    "  d|b:",
    "    image: a",
    "  web:",
    "    depends_on:",
    "      db: {condition: service_started}",
    '    links: ["db:database"]',
    "    network_mode: service:db",
    "    environment:",
    "      HOST: db",
    "  job:",
    "    extends: db",
  ].join("\n");
  const after = renamed(text, "store")["compose.yaml"];
  assert.equal(after, text.replace("|", "").replace(/\bdb(?=[:}]|$)(?<!HOST: db)/gm, "store"));
});

test("a rename goes through the files of the project, from either end", () => {
  const files = {
    "parts/db.yaml": "services:\n  db:\n    image: b\nvolumes:\n  data:\n",
  };
  const whole = "include:\n  - parts/db.yaml\nservices:\n  web:\n    depends_on: [d|b]\n";
  const expected = {
    "compose.yaml": whole.replace("d|b", "store"),
    "parts/db.yaml": files["parts/db.yaml"].replace("db", "store"),
  };
  assert.deepEqual(renamed(whole, "store", { files }), expected);
  const fromPart = renamed(files["parts/db.yaml"].replace("db", "d|b"), "store", {
    name: "parts/db.yaml",
    files: { "compose.yaml": whole.replace("|", "") },
  });
  assert.deepEqual(fromPart, expected);
});

test("a rename reaches override files and files that extend", () => {
  const files = {
    "compose.override.yaml": "services:\n  web:\n    ports: []\n",
    "compose.job.yaml": "services:\n  job:\n    extends: {file: compose.yaml, service: web}\n",
    "compose.other.yaml": "services:\n  other:\n    extends: web\n",
  };
  const after = renamed("services:\n  we|b:\n    image: a\n", "site", { files });
  assert.deepEqual(Object.keys(after).sort(), [
    "compose.job.yaml",
    "compose.override.yaml",
    "compose.yaml",
  ]);
  assert.match(after["compose.job.yaml"] ?? "", /service: site/);
});

test("a variable is renamed in .env and in the files, a stage in the Dockerfile", () => {
  const files = { ".env": "TAG=2\n", Dockerfile: "FROM a AS base\nFROM base\n" };
  assert.deepEqual(
    renamed("services:\n  a:\n    image: x:$T|AG\n    command: ${TAG:-1}\n", "V", { files }),
    { "compose.yaml": "services:\n  a:\n    image: x:$V\n    command: ${V:-1}\n", ".env": "V=2\n" },
  );
  assert.deepEqual(renamed("services:\n  a:\n    build: {target: ba|se}\n", "first", { files }), {
    "compose.yaml": "services:\n  a:\n    build: {target: first}\n",
    Dockerfile: "FROM a AS first\nFROM first\n",
  });
});

test("a profile is renamed where .env switches it on", () => {
  const files = { ".env": "TAG=2\nCOMPOSE_PROFILES=debug, de,dev\n" };
  const text = (name: string) => `services:\n  a:\n    image: x\n    profiles: [${name}]\n`;
  assert.deepEqual(renamed(text("d|e"), "tools", { files }), {
    "compose.yaml": text("tools"),
    ".env": "TAG=2\nCOMPOSE_PROFILES=debug, tools,dev\n",
  });
});

test("stages and arguments are renamed for the services of one Dockerfile only", () => {
  const files = {
    "a/Dockerfile": "ARG V\nFROM x:$V AS base\n",
    "b/Dockerfile": "ARG V\nFROM x:$V AS base\n",
  };
  const build = (folder: string, target: string, name: string) =>
    `    build: {context: ${folder}, target: ${target}, args: {${name}: 1}}\n`;
  const text = (target: string, name: string) =>
    `services:\n  a:\n${build("a", target, name)}  a2:\n${build("a", target.replace("|", ""), name.replace("|", ""))}  b:\n${build("b", "base", "V")}`;
  assert.deepEqual(renamed(text("ba|se", "V"), "first", { files }), {
    "compose.yaml": text("first", "V"),
    "a/Dockerfile": "ARG V\nFROM x:$V AS first\n",
  });
  assert.deepEqual(renamed(text("base", "V|"), "VERSION", { files }), {
    "compose.yaml": text("base", "VERSION"),
    "a/Dockerfile": "ARG VERSION\nFROM x:$VERSION AS base\n",
  });
});

test("names behind an alias are found once, where they stand", () => {
  const text =
    "x-d: &d [d|b]\nservices:\n  a:\n    depends_on: *d\n  b:\n    depends_on: *d\n  db:\n";
  const { document, offset, context } = editor(text);
  assert.equal(compose.references?.(document, offset, context, true).length, 2);
});

test("links lead to files and to the pages of images", () => {
  const text = [
    "include: [part.yaml]",
    "services:",
    "  a:",
    "    image: grafana/grafana:1",
    "    env_file: [app.env, {path: b.env}]",
    "    volumes: ['./a.conf:/a', './folder:/b', data:/c]",
    "  b:",
    "    image: ${IMAGE}",
  ].join("\n");
  const { document, context } = editor(text, { files: { "app.env": "" } });
  const found = (compose.links?.(document, context) ?? []).map(
    ({ start, end, target }) => `${text.slice(start, end)} ${target.replace(folder, "")}`,
  );
  assert.deepEqual(found, [
    "part.yaml part.yaml",
    "grafana/grafana https://hub.docker.com/r/grafana/grafana/",
    "app.env app.env",
    "b.env b.env",
    "./a.conf a.conf",
  ]);
});

test("the outline has sections, names and keys; folds follow the columns", () => {
  const text = "# a\n# b\nservices:\n  웹:\n    image: a\n    ports:\n    - 1\n    - 2\nvolumes:\n";
  const { document, context } = editor(text);
  const [services] = compose.symbols?.(document, context) ?? [];
  assert.equal(services?.children?.[0]?.name, "웹");
  assert.deepEqual(
    services?.children?.[0]?.children?.map(({ name }) => name),
    ["image", "ports"],
  );
  const lines = (offset: number) => text.slice(0, offset).split("\n").length;
  assert.deepEqual(
    compose.folds?.(document, context).map(({ start, end }) => `${lines(start)}-${lines(end)}`),
    ["1-2", "3-8", "4-8", "6-8"],
  );
});

test("a selection grows from the word to the file", () => {
  const { document, offset, text } = editor("services:\n  a:\n    image: ngi|nx:1\n");
  assert.deepEqual(
    compose.selections?.(document, offset).map(({ start, end }) => text.slice(start, end)),
    [
      "nginx",
      "nginx:1",
      "image: nginx:1",
      "a:\n    image: nginx:1",
      "services:\n  a:\n    image: nginx:1",
      text,
    ],
  );
});
