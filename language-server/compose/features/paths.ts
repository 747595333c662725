// Paths in Compose files: which values are paths, what they are relative to, and what lies there.
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Completion, FeatureContext } from "../../language.ts";
import { folderOf, resolveUri } from "../uri.ts";
import type { Cursor } from "./cursor.ts";

/** Values that are paths, by their own path; `folder`: only folders make sense. */
const pathValues: Readonly<Record<string, "file" | "folder" | "any">> = {
  "include/#": "file",
  "include/#/path": "file",
  "include/#/path/#": "file",
  "include/#/env_file": "file",
  "include/#/env_file/#": "file",
  "include/#/project_directory": "folder",
  "services/*/build": "folder",
  "services/*/build/context": "folder",
  "services/*/build/additional_contexts/*": "folder",
  "services/*/build/dockerfile": "file",
  "services/*/extends/file": "file",
  "services/*/env_file": "file",
  "services/*/env_file/#": "file",
  "services/*/env_file/#/path": "file",
  "services/*/label_file": "file",
  "services/*/label_file/#": "file",
  "services/*/credential_spec/file": "file",
  "services/*/develop/watch/#/path": "any",
  "configs/*/file": "file",
  "secrets/*/file": "file",
};

/** Whether a value at this shape of a path names something in the file system. */
export function isPathValue(shape: string): boolean {
  return pathValues[shape] !== undefined;
}

/** The entries of the folder that is being typed. `base`: what the path is relative to. */
export function completePath(
  shape: string,
  { typed, word }: Cursor,
  { uri, host }: FeatureContext,
  base = folderOf(uri),
): readonly Completion[] {
  const slash = typed.lastIndexOf("/") + 1;
  const folder = typed.slice(0, slash);
  if (/^~|:\/\/|\$/.test(folder)) return [];
  const start = word.start + slash;
  const wanted = pathValues[shape] ?? "any";
  const names = host.files.list(resolveUri(base, folder || ".").replace(/\/?$/, "/")) ?? [];
  const found = names
    .filter((name) => name !== ".git/" && (wanted !== "folder" || name.endsWith("/")))
    .sort((a, b) => rank(shape, a) - rank(shape, b) || (a < b ? -1 : 1))
    .slice(0, mostEntries)
    .map(
      (name): Completion => ({
        label: name,
        span: { start, end: word.end },
        kind: name.endsWith("/") ? CompletionItemKind.Folder : CompletionItemKind.File,
        again: name.endsWith("/"),
      }),
    );
  const up = folder === "" || /^(?:\.\.\/)+$/.test(folder) ? ["../"] : [];
  const here = folder === "" && wanted === "folder" ? ["."] : [];
  return [
    ...found,
    ...[...here, ...up].map(
      (label): Completion => ({
        label,
        span: { start, end: word.end },
        kind: CompletionItemKind.Folder,
        again: label !== ".",
      }),
    ),
  ];
}

const mostEntries = 500;

/** What such values usually name comes first. */
function rank(shape: string, name: string): number {
  const usual = /env_file/.test(shape)
    ? /\.env|^\.env/
    : /dockerfile$/.test(shape)
      ? /dockerfile/i
      : /^include|extends/.test(shape)
        ? /\.ya?ml$/
        : /\/$/;
  return usual.test(name) ? 0 : 1;
}
