// Lints a Dockerfile with every rule on, beside files that exist in memory only.

import { lintDockerfile } from "../../../language-server/dockerfile/lint/lint.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import type { Host } from "../../../language-server/host.ts";
import type { Edit, Finding } from "../../../language-server/lint/rule.ts";
import type { Settings } from "../../../language-server/protocol.ts";

/** Texts by name; a name that ends in `/` is a folder. */
export type Files = Readonly<Record<string, string>>;

const root = "file:///w/";

/** A host that has these files beside the Dockerfile, and knows that there are no others. */
export function hostWith(files: Files): Host {
  const nameOf = (uri: string) => uri.replace(/\/+$/, "").slice(root.length);
  const inside = (folder: string) => {
    const prefix = folder ? `${folder}/` : "";
    const names = Object.keys(files)
      .filter((name) => name.startsWith(prefix) && name !== prefix)
      .map((name) => name.slice(prefix.length).replace(/^([^/]*\/).*$/s, "$1"));
    return [...new Set(names)];
  };
  return {
    files: {
      read: (uri) => files[nameOf(uri)] ?? null,
      kind(uri) {
        const name = nameOf(uri);
        if (Object.hasOwn(files, name)) return "file";
        return Object.hasOwn(files, `${name}/`) || inside(name).length > 0 ? "folder" : null;
      },
      list: (uri) => inside(nameOf(uri)),
    },
    environment: {},
    folders: [],
  };
}

/** The findings of every rule that is on, by default all there are. */
export function lintFile(
  text: string,
  files: Files | undefined = {},
  settings: Settings = { lint: { preset: "all" } },
): readonly Finding[] {
  const context = { uri: `${root}Dockerfile`, host: hostWith(files), settings };
  return lintDockerfile(parseDockerfile(text), context);
}

/** A text with edits carried out, in whatever order they come. */
export function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((one, other) => other.start - one.start || other.end - one.end)
    .reduce(
      (done, { start, end, newText }) => done.slice(0, start) + newText + done.slice(end),
      text,
    );
}
