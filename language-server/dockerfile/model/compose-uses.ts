// Where Compose files name the stages and build arguments of a Dockerfile: `target` and `args` of
// the services that are built from it. Compose files are looked for beside it and in the folders above.
import { posix } from "node:path";
import { isMap, isScalar, isSeq, type Node, parseDocument, type YAMLMap } from "yaml";
import { folderOf, resolveUri } from "../../compose/uri.ts";
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
  const services = parseDocument(text, { logLevel: "silent" }).get("services");
  if (!isMap(services)) return [];
  return services.items.flatMap(({ value: service }) => {
    const build = isMap(service) ? service.get("build") : undefined;
    if (!isMap(build) || pathOf(uri, build) !== dockerfile) return [];
    const target = named(uri, text, "stage", build.get("target", true));
    return [...target, ...argumentsOf(uri, text, build)];
  });
}

/** The address of the Dockerfile that a `build` names. */
function pathOf(uri: string, build: YAMLMap): string {
  const { context = ".", dockerfile = "Dockerfile" } = build.toJSON() as Record<string, unknown>;
  return resolveUri(resolveUri(folderOf(uri), String(context)), String(dockerfile));
}

function argumentsOf(uri: string, text: string, build: YAMLMap): readonly ComposeUse[] {
  const args = build.get("args");
  const nodes = isMap(args) ? args.items.map(({ key }) => key) : isSeq(args) ? args.items : [];
  return nodes.flatMap((node) => named(uri, text, "variable", node as Node));
}

/** A scalar's text up to its `=`, without the quotes around it. */
function named(
  uri: string,
  text: string,
  kind: ComposeUse["kind"],
  node: unknown,
): readonly ComposeUse[] {
  if (!isScalar(node) || !node.range || typeof node.value !== "string") return [];
  const [name = ""] = node.value.split("=", 1);
  const start = node.range[0] + (/["']/.test(text.charAt(node.range[0])) ? 1 : 0);
  // Escapes and anchors make the text another one than the value.
  if (name === "" || !text.startsWith(name, start)) return [];
  return [{ uri, kind, name, start, end: start + name.length }];
}
