// Where Compose files name the stages and build arguments of a Dockerfile: `target` and `args` of
// the services that are built from it. Compose files are looked for beside it and in the folders above.
import { posix } from "node:path";
import { folderOf, resolveUri } from "../../compose/uri.ts";
import { parseWhole } from "../../compose/yaml/document.ts";
import { entriesAt, listAt, mapAt, type Node, scalarAt, textAt } from "../../compose/yaml/tree.ts";
import type { FeatureContext } from "../../language.ts";
import type { Span } from "../../text.ts";

export interface ComposeUse extends Span {
  /** The Compose file's address. */
  readonly uri: string;
  readonly kind: "stage" | "variable";
  readonly name: string;
}

type Asked = Pick<FeatureContext, "uri" | "host">;

/** All such places, in whatever Compose files there are. */
export function composeUses({ uri, host }: Asked): readonly ComposeUse[] {
  const uses: ComposeUse[] = [];
  let folder = posix.dirname(uri);
  for (let depth = 0; depth < 8; depth++) {
    for (const name of host.files.list(folder) ?? [])
      if (/^(?:docker-)?compose.*\.ya?ml$/.test(name))
        uses.push(...usesIn(`${folder}/${name}`, host.files.read(`${folder}/${name}`) ?? "", uri));
    if (!host.folders.some((root) => folder.startsWith(`${root.replace(/\/$/, "")}/`))) break;
    folder = posix.dirname(folder);
  }
  return uses;
}

function usesIn(uri: string, text: string, dockerfile: string): readonly ComposeUse[] {
  if (!text.includes("build")) return [];
  const uses = new Map<number, ComposeUse>();
  for (const { value: service } of entriesAt(parseWhole(text).documents[0], "services")) {
    const build = mapAt(service, "build");
    if (!build || pathOf(uri, build) !== dockerfile) continue;
    // What an anchor gives to several services stands in the text once.
    for (const { kind, place, name } of namesIn(build)) {
      const use = named(text, place, name);
      if (use) uses.set(use.start, { uri, kind, ...use });
    }
  }
  return [...uses.values()];
}

/** The address of the Dockerfile that a `build` names. */
function pathOf(uri: string, build: Node): string {
  const context = resolveUri(folderOf(uri), textAt(build, "context") ?? ".");
  return resolveUri(context, textAt(build, "dockerfile") ?? "Dockerfile");
}

interface Written {
  readonly kind: ComposeUse["kind"];
  readonly place: Span;
  /** An argument may have `=` and its value behind it. */
  readonly name: string;
}

function namesIn(build: Node): readonly Written[] {
  const target = scalarAt(build, "target");
  const items = listAt(build, "args")?.items ?? [];
  return [
    ...(target ? [{ kind: "stage" as const, place: target, name: target.text }] : []),
    ...entriesAt(build, "args").map(({ key, keySpan }) => written(keySpan, key)),
    ...items.map((item) => written(item, textAt(item) ?? "")),
  ];
}

const written = (place: Span, text: string): Written => ({
  kind: "variable",
  place,
  name: text.split("=", 1)[0] ?? "",
});

/** Where the name stands, without the quotes around it. */
function named(text: string, { start: from }: Span, name: string) {
  const start = from + (/["']/.test(text.charAt(from)) ? 1 : 0);
  // Escapes and aliases make the text another one than the value.
  if (name === "" || !text.startsWith(name, start)) return undefined;
  return { name, start, end: start + name.length };
}
