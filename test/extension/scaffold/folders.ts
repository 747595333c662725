// Folders of projects for tests, and what is written for them.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Folder } from "../../../extension/scaffold/facts.ts";
import { factsOf, scaffold } from "../../../extension/scaffold/project.ts";
import type { ProjectKind } from "../../../extension/scaffold/templates-data.ts";
import { compose } from "../../../language-server/compose/index.ts";
import { parseCompose } from "../../../language-server/compose/yaml/document.ts";
import { lintDockerfile } from "../../../language-server/dockerfile/lint/lint.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import { localHost } from "../../../language-server/local-host.ts";

/** A folder that holds these files. */
export function folderOf(files: Readonly<Record<string, string>>, name = "My Shop"): Folder {
  const paths = Object.keys(files);
  return {
    name,
    files: [...new Set(paths.map((path) => path.split("/")[0] ?? ""))],
    below: paths.filter((path) => path.includes("/")),
    read: (file) => files[file] ?? "",
  };
}

/** What our linter says of the files when they lie beside those of the project. */
export function findingsIn(
  ...files: readonly Readonly<Record<string, string>>[]
): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), "dockwright-scaffold-"));
  try {
    const texts: Record<string, string> = Object.assign({}, ...files);
    for (const [name, text] of Object.entries(texts))
      if (/^(public|\.yarn)$/.test(name)) mkdirSync(join(root, name));
      else {
        mkdirSync(join(root, name, ".."), { recursive: true });
        writeFileSync(join(root, name), text);
      }
    const folder = pathToFileURL(root).toString();
    const { host } = localHost({
      opened: () => undefined,
      folders: [folder],
      environment: {},
      changed: () => undefined,
    });
    const context = (name: string) => ({ uri: `${folder}/${name}`, host, settings: {} });
    const { Dockerfile = "", "compose.yaml": project = "" } = texts;
    return [
      ...lintDockerfile(parseDockerfile(Dockerfile), context("Dockerfile")),
      ...compose.lint(parseCompose(project), context("compose.yaml")),
    ]
      .filter(({ code }) => code !== "EndOfLifeBaseImage") // A matter of the calendar.
      .map(({ code, message }) => `${code}: ${message}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What stands at the end of the Dockerfile for these files, which has to be without a finding. */
export function made(kind: ProjectKind, files: Readonly<Record<string, string>>) {
  const folder = folderOf(files);
  const facts = factsOf(folder, kind);
  const written = scaffold(folder, facts);
  assert.deepEqual(findingsIn(files, written), []);
  assert.doesNotMatch(written.Dockerfile ?? "", /\{\w+\}|undefined/);
  return { text: written.Dockerfile ?? "", last: written.Dockerfile?.trim().split("\n").at(-1) };
}
