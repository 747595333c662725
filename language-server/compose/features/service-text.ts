// One service as it stands in the text, read alone: what completion in a big file may ask of the
// values beside the cursor without reading the whole file.
import { type DockerfileDocument, parseDockerfile } from "../../dockerfile/model/document.ts";
import type { FeatureContext } from "../../language.ts";
import type { Lines } from "../../text.ts";
import { folderOf, resolveUri } from "../uri.ts";
import { parseCompose } from "../yaml/document.ts";
import { at, type Node, scalarAt, textAt } from "../yaml/tree.ts";
import { outlineOf } from "./outline.ts";

/** The tree of the entry `name` of a section, without what aliases would bring. */
export function entryText(lines: Lines, section: string, name: string): Node | undefined {
  const span = outlineOf(lines).names.get(section)?.get(name);
  if (!span) return undefined;
  const first = lines.lineAt(span.start);
  const { start } = lines.line(first);
  const column = /^ */.exec(lines.text.slice(start, span.start))?.[0].length ?? 0;
  let number = first + 1;
  for (; number < lines.count; number++) {
    const line = lines.line(number);
    const content = lines.text.slice(line.start, line.end);
    const indent = content.search(/\S/);
    if (indent >= 0 && indent <= column && content[indent] !== "#") break;
  }
  const end = number < lines.count ? lines.line(number).start : lines.text.length;
  const { documents } = parseCompose(`section:\n${lines.text.slice(start, end)}`);
  return at(documents[0], "section", name);
}

/** Where the Dockerfile of a service's `build` lies, and the folder that is built. */
export function buildPlaces(
  build: Node | undefined,
  folder: string,
): { readonly context: string; readonly dockerfile: string } | undefined {
  if (!build) return undefined;
  const given = build.kind === "scalar" ? textAt(build) : textAt(build, "context");
  if (given !== undefined && /^\w[\w+.-]*:\/\/|^git@|\$/.test(given)) return undefined;
  const context = resolveUri(folder, `${given ?? "."}/`);
  const inline = scalarAt(build, "dockerfile_inline");
  const path = textAt(build, "dockerfile") ?? "Dockerfile";
  return inline || path.includes("$")
    ? undefined
    : { context, dockerfile: resolveUri(context, path) };
}

/** The Dockerfile behind a service's `build`, with its address. */
export function dockerfileOf(
  service: Node | undefined,
  { uri, host }: FeatureContext,
): { readonly uri: string; readonly document: DockerfileDocument } | undefined {
  const places = buildPlaces(at(service, "build"), folderOf(uri));
  const text = places && host.files.read(places.dockerfile);
  return typeof text === "string"
    ? { uri: places?.dockerfile ?? "", document: parseDockerfile(text) }
    : undefined;
}
