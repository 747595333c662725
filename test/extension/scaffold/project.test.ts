// What is found in a folder, and what is written for it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDockerfile } from "../../../extension/engine/build/dockerfile-facts.ts";
import { type Folder, factsOf, kindsOf, scaffold } from "../../../extension/scaffold/project.ts";
import { type ProjectKind, templates } from "../../../extension/scaffold/templates-data.ts";
import { lintDockerfile } from "../../../language-server/dockerfile/lint/lint.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import type { Host } from "../../../language-server/host.ts";

/** A folder of each kind. */
const samples: Readonly<Record<ProjectKind, Readonly<Record<string, string>>>> = {
  node: { "package.json": '{"scripts":{"start":"node src/server.js"}}', "package-lock.json": "" },
  python: { "requirements.txt": "", "app.py": "" },
  go: { "go.mod": "", "go.sum": "", "main.go": "" },
  maven: { "pom.xml": "" },
  gradle: { "build.gradle.kts": "" },
  dotnet: { "Shop.csproj": "" },
  rust: { "Cargo.toml": '[package]\nname = "rusty"\nversion = "1.0.0"\n' },
  php: { "composer.json": "", public: "" },
  ruby: { Gemfile: "", "Gemfile.lock": "" },
  static: { "index.html": "" },
};

/** A host that knows nothing. */
const host = {
  folders: [],
  files: { read: () => null, kind: () => null, list: () => undefined },
  engine: new Proxy({}, { get: () => () => undefined }),
} as unknown as Host;

function folderOf(files: Readonly<Record<string, string>>, name = "My Shop"): Folder {
  return { name, files: Object.keys(files), read: (file) => files[file] ?? "" };
}

for (const kind of Object.keys(templates) as ProjectKind[])
  test(`${kind}: found, and written whole`, () => {
    const folder = folderOf(samples[kind]);
    assert.deepEqual(kindsOf(folder), [kind]);
    const facts = factsOf(folder, kind);
    assert.ok(facts.isSure || kind === "ruby");
    const { Dockerfile = "", "compose.yaml": compose = "" } = scaffold(folder, facts);
    assert.doesNotMatch(Dockerfile, /\{\w+\}/);
    assert.match(Dockerfile, /^# syntax=docker\/dockerfile:1\n/);
    assert.match(Dockerfile, new RegExp(`EXPOSE ${facts.port}`));
    assert.ok(kind === "static" || /^USER [1-9]\d*$/m.test(Dockerfile), "it does not run as root");
    assert.ok(
      readDockerfile(Dockerfile).stages.every(
        ({ base }) => /:[\w.-]+$/.test(base) || base === "base",
      ),
    );
    const findings = lintDockerfile(parseDockerfile(Dockerfile), {
      uri: "file:///shop/Dockerfile",
      host,
      settings: {},
    });
    const serious = findings.filter(
      // Whether a base image is past its end is a matter of the calendar.
      ({ severity, code }) =>
        (severity === "error" || severity === "warning") && code !== "EndOfLifeBaseImage",
    );
    assert.deepEqual(
      serious.map(({ code, message }) => `${code}: ${message}`),
      [],
    );
    assert.match(compose, /^ {2}my-shop:$/m);
  });

test("entry points are read from the project", () => {
  const entry = (kind: ProjectKind) => factsOf(folderOf(samples[kind]), kind).entry;
  assert.equal(entry("node"), "src/server.js");
  assert.equal(entry("python"), "app.py");
  assert.equal(entry("rust"), "rusty");
  assert.equal(entry("dotnet"), "Shop");
});

test("a folder that says nothing gives nothing, a broken package.json a guess", () => {
  assert.deepEqual(kindsOf(folderOf({})), []);
  const facts = factsOf(folderOf({ "package.json": "{" }), "node");
  assert.deepEqual([facts.entry, facts.isSure], ["index.js", false]);
});

test("secrets and the repository stay out of the image", () => {
  const folder = folderOf(samples.node);
  const ignored = scaffold(folder, factsOf(folder, "node"))[".dockerignore"]?.split("\n") ?? [];
  for (const name of [".git", ".env", "node_modules"]) assert.ok(ignored.includes(name), name);
});
