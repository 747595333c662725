// Where the names of a Compose file stand: services, networks, anchors, variables and so on, each
// place with the thing that it names. Highlight, definition, references and rename are read off it.
import type { Span } from "../../text.ts";
import { memoized } from "../memo.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import {
  at,
  type Entry,
  entriesAt,
  itemsAt,
  type Node,
  type ScalarNode,
  scalarAt,
  textAt,
} from "../yaml/tree.ts";
import { anchorNames } from "./anchors.ts";
import type { Name, NameKind } from "./name.ts";
import { type Section, sections } from "./outline.ts";
import { variableUses } from "./variable-uses.ts";

/** All names in the order of the text. */
export const namesIn = memoized((document: ComposeDocument): readonly Name[] => {
  const found = new Map<string, Name>();
  const add: Add = (kind, node, span, name, more = {}) => {
    if (name === "" || name.includes("$") || node.source !== document.source) return;
    const place = `${kind} ${span.start}`;
    const key = `${kind} ${more.file ?? ""} ${more.scope ?? ""} ${name}`;
    if (found.has(place)) return;
    const { file, build, declares = false } = more;
    found.set(place, {
      kind,
      name,
      declares,
      key,
      start: span.start,
      end: span.end,
      ...(file === undefined ? {} : { file }),
      ...(build ? { build } : {}),
    });
  };
  for (const root of document.documents) {
    for (const section of sections)
      for (const entry of entriesAt(root, section))
        keyName(entry, section, add, { declares: true });
    for (const { value } of entriesAt(root, "services")) serviceNames(value, add);
  }
  const all = [...found.values(), ...anchorNames(document), ...variableUses(document)];
  return all.sort((one, other) => one.start - other.start);
});

interface More {
  readonly declares?: boolean;
  readonly file?: string;
  readonly build?: Node;
  /** Parts names that are alike but mean different things. */
  readonly scope?: string;
}

type Add = (
  kind: NameKind,
  node: Pick<Node, "source">,
  span: Span,
  name: string,
  more?: More,
) => void;

/** A span without the quotes at its ends. */
export function innerSpan(text: string, { start, end }: Span): Span {
  const quoted = /["']/.test(text[start] ?? "") && end - start > 1;
  return quoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function serviceNames(service: Node, add: Add): void {
  for (const list of lists) listNames(service, list, add);
  for (const item of itemsAt(service, "build", "secrets")) listed(item, "secrets", add);
  for (const key of ["links", "volumes_from"])
    for (const item of itemsAt(service, key)) beforeColon(item, "services", add);
  for (const item of itemsAt(service, "volumes")) mount(item, add);
  for (const item of itemsAt(service, "profiles")) whole(item, "profile", add);
  for (const key of ["network_mode", "ipc", "pid"]) ofService(at(service, key), add);
  extension(service, add);
  buildNames(at(service, "build"), add);
}

function listNames(service: Node, { key, form }: NameList, add: Add): void {
  if (form !== "map") for (const item of itemsAt(service, key)) listed(item, key, add);
  if (form !== "list") for (const entry of entriesAt(service, key)) keyName(entry, key, add);
}

/** A key of a service that lists names of a section, or maps them. */
interface NameList {
  readonly key: Section | "depends_on";
  readonly form: "list" | "map" | "both";
}

const lists: readonly NameList[] = [
  { key: "depends_on", form: "both" },
  { key: "networks", form: "both" },
  { key: "models", form: "both" },
  { key: "volumes", form: "map" },
  { key: "configs", form: "list" },
  { key: "secrets", form: "list" },
];

function keyName(
  { key, keySpan, source }: Entry,
  kind: NameKind | "depends_on",
  add: Add,
  more?: More,
): void {
  add(
    kind === "depends_on" ? "services" : kind,
    { source },
    innerSpan(source.text, keySpan),
    key,
    more,
  );
}

function listed(item: Node, key: Section | "depends_on", add: Add): void {
  const kind = key === "depends_on" ? "services" : key;
  whole(item.kind === "map" ? at(item, "source") : item, kind, add);
}

function whole(node: Node | undefined, kind: NameKind, add: Add, more?: More): void {
  if (node?.kind !== "scalar" || node.style === "block" || node.value === null) return;
  add(kind, node, innerSpan(node.source.text, node), node.text, more);
}

/** A part of a scalar's text, as it stands in the file. */
function partOf(node: ScalarNode, from: number, to: number): Span {
  const { start } = innerSpan(node.source.text, node);
  return { start: start + from, end: start + to };
}

function beforeColon(node: Node, kind: NameKind, add: Add): void {
  if (node.kind !== "scalar" || node.text.startsWith("container:")) return;
  const name = /^[^:]*/.exec(node.text)?.[0] ?? "";
  add(kind, node, partOf(node, 0, name.length), name);
}

/** The volume of `name:/path` or of the long form; paths of the machine are none. */
function mount(item: Node, add: Add): void {
  if (item.kind === "map") {
    const type = textAt(item, "type");
    if (type === undefined || type === "volume") whole(notPath(at(item, "source")), "volumes", add);
  } else if (notPath(item)) beforeColon(item, "volumes", add);
}

function notPath(node: Node | undefined): Node | undefined {
  // One letter is a drive of Windows.
  const isName = node?.kind === "scalar" && /^[A-Za-z0-9][\w.-]+(?:$|:)/.test(node.text);
  return isName ? node : undefined;
}

const service = /^(.*?=)?service:/;

function ofService(node: Node | undefined, add: Add): void {
  if (node?.kind !== "scalar") return;
  const head = service.exec(node.text)?.[0];
  if (head === undefined) return;
  add("services", node, partOf(node, head.length, node.text.length), node.text.slice(head.length));
}

function extension(node: Node, add: Add): void {
  const extend = at(node, "extends");
  if (extend?.kind === "scalar") whole(extend, "services", add);
  const file = textAt(extend, "file");
  const name = scalarAt(extend, "service");
  if (name) whole(name, "services", add, file === undefined ? {} : { file });
}

function buildNames(build: Node | undefined, add: Add): void {
  if (!build) return;
  const scope = `${textAt(build, "context") ?? "."} ${textAt(build, "dockerfile") ?? ""}`;
  whole(at(build, "target"), "stage", add, { build, scope });
  for (const entry of entriesAt(build, "args"))
    add("argument", entry, innerSpan(entry.source.text, entry.keySpan), entry.key, {
      build,
      scope,
    });
  for (const item of itemsAt(build, "args"))
    if (item.kind === "scalar") {
      const name = /^[^=]*/.exec(item.text)?.[0] ?? "";
      add("argument", item, partOf(item, 0, name.length), name, { build, scope });
    }
  const contexts = [
    ...entriesAt(build, "additional_contexts").map(({ value }) => value),
    ...itemsAt(build, "additional_contexts"),
  ];
  for (const value of contexts) ofService(value, add);
}

/** The name that an offset touches; of several the shortest. */
export function nameAt(document: ComposeDocument, offset: number): Name | undefined {
  let best: Name | undefined;
  for (const name of namesIn(document))
    if (name.start <= offset && offset <= name.end)
      if (!best || name.end - name.start < best.end - best.start) best = name;
  return best;
}
