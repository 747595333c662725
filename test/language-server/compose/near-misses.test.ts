// What a rule must not take for a fault, and comments that silence findings.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compose } from "../../../language-server/compose/index.ts";
import { folder, folderHost } from "./folder.ts";

const web = (lines: string) =>
  `services:\n  web:\n    image: nginx:1.27\n${lines.replace(/^/gm, "    ")}\n`;
const db = "  db:\n    image: postgres:17\n    environment: [POSTGRES_PASSWORD_FILE=/run/p]\n";

const files = {
  "app/Dockerfile": "FROM scratch\nARG V\nEXPOSE 8080 9000\n",
  "checked/Dockerfile": 'FROM scratch AS a\nHEALTHCHECK CMD ["/x"]\nFROM a\n',
  "foreign/Dockerfile": "FROM ghcr.io/shop/base:1\n",
};

function codes(text: string, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const host = folderHost(
    { ...files, ...more, "compose.yaml": text },
    {},
    { usedPorts: () => [{ port: 80, protocol: "tcp", container: "web-1", project: "project" }] },
  );
  const found = compose.lint(compose.parse(text), {
    uri: `${folder}compose.yaml`,
    host,
    settings: {},
  });
  return found.map(({ code }) => code);
}

const quiet: readonly string[] = [
  // The database is reached by its name; the own port by localhost.
  `${web("environment: [DB_HOST=db, SELF=http://localhost:80]")}${db}`,
  // A host outside the project.
  `${web("environment: {DB_HOST: database.example.com, API_HOST: api}")}${db}`,
  `${web("network_mode: host\nenvironment: {URL: 'postgres://localhost:5432'}")}${db}`,
  // Both ports are exposed; the port is the same; the port is a variable.
  "services:\n  web:\n    build: app\n    ports: ['8080:9000', '9000:9000', '${PORT:-8080}:80']\n",
  "services:\n  web:\n    build:\n      context: app\n      args: [V=1, HTTP_PROXY=x]\n      target: '0'\n",
  // Contexts elsewhere cannot be looked at.
  "services:\n  web:\n    build: https://github.com/a/b.git\n",
  "services:\n  web:\n    build:\n      dockerfile_inline: FROM scratch\n",
  // The image has a healthcheck, or nobody knows.
  ...["checked", "foreign"].map(
    (context) =>
      `${web("depends_on: {db: {condition: service_healthy}}")}  db:\n    build: ${context}\n`,
  ),
  `${web("depends_on: {db: {condition: service_healthy}}")}  db:\n    image: ghcr.io/a/b:1\n`,
  // Databases that have what they need, or may have it.
  ..."environment: [MYSQL_ALLOW_EMPTY_PASSWORD=1, MYSQL_USER=shop]|env_file: [{path: none, required: false}]|entrypoint: x"
    .split("|")
    .map((line) => `services:\n  db:\n    image: mysql:8\n    ${line}\n`),
  "services:\n  db:\n    image: ghcr.io/shop/postgres:17\n",
  // Newer than the Compose of the other tests.
  web("pre_start:\n  - image: busybox\n    command: ls\n    per_replica: false"),
  web("build: {context: app, no_cache_filter: [a]}"),
  // The own project holds the port.
  web("ports: ['80:80']"),
  web("ports: ['80']\ndeploy: {replicas: 3}"),
  web("ports: ['8000-8002:80']\nscale: 3"),
  web("ulimits: {nofile: {soft: 1, hard: -1}, nproc: 5}"),
  web("restart: on-failure:3"),
  web("volumes: ['./a:/b:ro,z', 'C:/a']"),
  web("environment: ['A=${B:-c}', 'C=$$D']"),
  "services:\n  web:\n    image: registry.example.com:5000/a/b_c:1.2-x@sha256:" +
    `${"0".repeat(64)}\n`,
  "services:\n  web:\n    image: localhost/a:1\n",
  // Items over several lines whose dashes are their own.
  web("command:\n  - sh\n    -c\n  - tar\n    --file\n    -x\n    a - b\n    -"),
  web(
    "command:\n  - 'a\n    - b'\n  - \"c\n    - d\"\n  - |\n    - e\n    - f\n  - >-\n    g\n      - h",
  ),
  web("command: a\n  - b"),
  // A part of something else.
  "volumes:\n  data:\n",
];

test("near misses stay quiet", () => {
  for (const text of quiet)
    assert.deepEqual(
      codes(text).filter((code) => code !== "EmptyFile"),
      [],
      text,
    );
});

test("an item that the one above takes in is told once, at its dash, and aligned with it", () => {
  const told = (lines: string) => {
    const text = web(lines);
    const context = { uri: `${folder}compose.yaml`, host: folderHost(files), settings: {} };
    return compose.lint(compose.parse(text), context).map((finding) => {
      const [fix] = finding.fixes?.() ?? [];
      const mended = (fix?.edits ?? []).reduceRight(
        (rest, { start, end, newText }) => rest.slice(0, start) + newText + rest.slice(end),
        text,
      );
      const { code, severity, start } = finding;
      return { code, severity, row: text.slice(start).split("\n")[0], mended };
    });
  };
  const swallowed = (row: string, mended: string) => [
    { code: "SwallowedItem", severity: "warning", row, mended: web(mended) },
  ];
  assert.deepEqual(
    told("environment:\n  - A=1\n     - B=2\n     more\n    - C=3\n  - D=4"),
    swallowed("- B=2", "environment:\n  - A=1\n  - B=2\n   more\n  - C=3\n  - D=4"),
  );
  assert.deepEqual(
    told("volumes:\n- a:/a\n    - b:/b\n\n    - c:/c"),
    swallowed("- b:/b", "volumes:\n- a:/a\n- b:/b\n\n- c:/c"),
  );
  assert.deepEqual(
    told("command:\n  - server\n    -v\n    - --port 80"),
    swallowed("- --port 80", "command:\n  - server\n    -v\n  - --port 80"),
  );
});

test("a variable without a value is a hint, and a warning beside a .env", () => {
  const text = web("environment: ['A=${B}']");
  assert.deepEqual(codes(text), ["UnsetVariable"]);
  assert.deepEqual(codes(text, { ".env": "B=\n" }), []);
});

test("comments silence what they name, on their line, below, or in the whole file", () => {
  const untagged = "services:\n  web:\n    image: nginx\n";
  const at = (line: number, comment: string) =>
    untagged
      .split("\n")
      .flatMap((text, index) => (index === line ? [comment, text] : [text]))
      .join("\n");
  assert.deepEqual(codes(untagged), ["UntaggedImage"]);
  for (const silent of [
    at(2, "    # dockwright ignore=UntaggedImage"),
    at(2, "    # dockwright ignore"),
    at(0, "# dockwright ignore-file=Other, UntaggedImage"),
    at(0, "# dclint disable"),
    at(0, "# dclint disable-file service-image-require-explicit-tag"),
    at(2, "    # dclint disable-next-line service-image-require-explicit-tag"),
    untagged.replace("nginx", "nginx # dclint disable-line"),
    untagged.replace("nginx", "nginx # dockwright ignore=service-image-require-explicit-tag"),
  ])
    assert.deepEqual(codes(silent), [], silent);
  for (const loud of [
    at(1, "  # dockwright ignore=UntaggedImage"),
    at(2, "    # dockwright ignore=NoVersionField"),
    at(0, "# dclint disable no-version-field"),
    at(0, "# dockwright"),
  ])
    assert.deepEqual(codes(loud), ["UntaggedImage"], loud);
  // What Compose refuses is silent only when it is named.
  assert.deepEqual(codes("# dclint disable\nservices:\n  web: {}\n"), ["NoImage"]);
});

test("what the comment of a suppression says is heard", () => {
  const text = "services:\n  web:\n    image: nginx\n";
  const host = folderHost({ "compose.yaml": text });
  const context = { uri: `${folder}compose.yaml`, host, settings: {} };
  const document = compose.parse(text);
  const [finding] = compose.lint(document, context);
  assert.ok(finding);
  for (const { edits } of compose.suppressions?.(document, finding, context) ?? [])
    for (const { start, end, newText } of edits)
      assert.deepEqual(codes(text.slice(0, start) + newText + text.slice(end)), []);
});

test("a database without its password, and what is done about it", () => {
  const fixed = (text: string) => {
    const host = folderHost({ ...files, "compose.yaml": text });
    const context = { uri: `${folder}compose.yaml`, host, settings: {} };
    const found = compose
      .lint(compose.parse(text), context)
      .filter(({ code }) => code === "DatabaseVariables");
    return found.map((finding) => {
      const [edit] = finding.fixes?.()[0]?.edits ?? [];
      return edit && text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
    });
  };
  const service = (rest: string) => `services:\n  db:\n    image: postgres:17\n${rest}`;
  const password = "POSTGRES_PASSWORD: change-me\n";
  assert.deepEqual(fixed(service("")), [service(`    environment:\n      ${password}`)]);
  assert.deepEqual(fixed(service("    environment:\n      TZ: UTC\n")), [
    service(`    environment:\n      ${password}      TZ: UTC\n`),
  ]);
  assert.deepEqual(fixed(service("    environment:\n    - TZ=UTC\n")), [
    service("    environment:\n    - POSTGRES_PASSWORD=change-me\n    - TZ=UTC\n"),
  ]);
  assert.deepEqual(fixed(service("    environment: {TZ: UTC}\n")), [undefined]);
  assert.deepEqual(fixed(service("    enviroment: {TZ: UTC}\n")), []);
});

test("a variable of .env that nothing uses", () => {
  const text = "services:\n  web:\n    image: nginx:${TAG}\n    environment: [TAKEN]\n";
  const told = (env: string, more: Readonly<Record<string, string>> = {}, extra = "") => {
    const host = folderHost({ ...more, ".env": env, "compose.yaml": text + extra });
    const uri = `${folder}compose.yaml`;
    return compose
      .lint(compose.parse(text + extra), { uri, host, settings: {} })
      .filter(({ code }) => code === "UnusedVariable")
      .map(({ message }) => message.split(": ")[1]);
  };
  assert.deepEqual(told("TAG=1\nTGA=2\nCOMPOSE_PROFILES=x\nOTHER=3\n"), ["TGA, OTHER."]);
  assert.deepEqual(told("TAG=1\nBASE=2\nURL=${BASE}/x\n"), ["URL."]);
  assert.deepEqual(told("TGA=2\n", { "compose.dev.yaml": "x: ${TGA:-1}\n" }), []);
  assert.deepEqual(told("TGA=2\n", {}, "    env_file: .env\n"), []);
  assert.deepEqual(told("TAG=1\n"), []);
});

test("a variable that is required inside a default is required even if nobody asks for the default", () => {
  const text = web("command: ${T:-${B:?no}}");
  assert.deepEqual(codes(text, { ".env": "T=1\n" }), ["RequiredVariable"]);
  assert.deepEqual(codes(text, { ".env": "T=1\nB=2\n" }), []);
});
