// Turns the nodes of the package `yaml` into our trees: resolves scalars, aliases and merge keys
// and finds doubled keys. Linear in the text, as aliased trees are shared and never copied.
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
  type Node as YamlNode,
} from "yaml";
import { t } from "../../l10n.ts";
import type { FindingExtras } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { doubleFixes } from "./doubles.ts";
import { closeAnchor, type Made, type Marking, markAlias, openAnchor } from "./marks.ts";
import { isDate, plainScalar } from "./scalars.ts";
import type { Source } from "./source.ts";
import type { Entry, MapNode, Node, ScalarNode } from "./tree.ts";

export type ReportSyntax = (span: Span, message: string, more?: FindingExtras) => void;

/** What is wrong with the YAML at a place. */
export interface SyntaxFault {
  readonly span: Span;
  readonly message: string;
  readonly more: FindingExtras | undefined;
}

interface Builder extends Marking {
  /** Where the text that was read begins in the document's, less what stood in front of it. */
  readonly base: number;
  readonly report: ReportSyntax;
}

/** An entry as it is written; what `<<` brings waits until all are known. */
export interface WrittenEntry {
  readonly entry: Entry;
  readonly isMerge: boolean;
}

/** The tree of a YAML document's content. */
export function buildTree(
  content: YamlNode,
  source: Source,
  report: ReportSyntax,
  made: Made,
): Node | undefined {
  return build({ source, base: 0, anchors: new Map(), report, made }, content, 0);
}

function build(builder: Builder, node: unknown, fallback: number): Node {
  if (isAlias(node)) return alias(builder, node.source, spanOf(builder, node, fallback));
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return nothing(builder, fallback);
  const span = spanOf(builder, node, fallback);
  const mark = node.anchor ? openAnchor(builder, node.anchor, span.start) : undefined;
  const base = { source: builder.source, tag: tagOf(node.tag), ...span };
  let built: Node;
  if (isMap(node)) built = { kind: "map", ...base, ...map(builder, node, span.start) };
  else if (isSeq(node)) {
    const items = node.items.map((item) => build(builder, item, span.start));
    built = { kind: "list", ...base, items, size: items.reduce((sum, { size }) => sum + size, 1) };
  } else built = scalar(base, node.value, node.type, node.tag);
  if (mark) closeAnchor(builder, mark, built);
  builder.made.parts.push(built);
  return built;
}

function alias(builder: Builder, name: string, span: Span): Node {
  const target = builder.anchors.get(name);
  const value = target === "open" ? undefined : target;
  markAlias(builder, name, span, value);
  if (value) return value;
  builder.report(
    span,
    target
      ? t("The anchor {0} contains itself.", `&${name}`)
      : t("No anchor {0} is defined above.", `&${name}`),
  );
  // Nobody knows what it would be.
  return nothing(builder, span.start, { uncertain: true });
}

function nothing(builder: Builder, offset: number, more: Partial<ScalarNode> = {}): ScalarNode {
  const node: ScalarNode = {
    kind: "scalar",
    source: builder.source,
    start: offset,
    end: offset,
    value: null,
    text: "",
    style: "plain",
    size: 1,
    ...more,
  };
  builder.made.parts.push(node);
  return node;
}

const styles = new Map<string | undefined, ScalarNode["style"]>([
  ["QUOTE_DOUBLE", "quoted"],
  ["QUOTE_SINGLE", "quoted"],
  ["BLOCK_LITERAL", "block"],
  ["BLOCK_FOLDED", "block"],
]);

function scalar(
  base: Span & Pick<ScalarNode, "source" | "tag">,
  value: unknown,
  type: string | undefined,
  tag: string | undefined,
): ScalarNode {
  const text = typeof value === "string" ? value : "";
  const style = styles.get(type) ?? "plain";
  const literal = style !== "plain" || isText(tag, text);
  const node: ScalarNode = {
    kind: "scalar",
    ...base,
    value: literal ? text : plainScalar(text),
    text,
    style,
    size: 1,
  };
  return !literal && isDate(text) ? { ...node, date: true } : node;
}

/** Compose's reader takes what bears a tag of somebody's own for text. */
function isText(tag: string | undefined, text: string): boolean {
  return (
    tag === "tag:yaml.org,2002:str" || tag === "!!str" || (/^!\w/.test(tag ?? "") && text !== "")
  );
}

function map(builder: Builder, node: YAMLMap, fallback: number) {
  return joinEntries(builder, buildEntries(builder, node.items, fallback));
}

/** The entries of a mapping in the order of the text. */
export function buildEntries(
  builder: Builder,
  items: readonly Pair[],
  fallback: number,
): readonly WrittenEntry[] {
  const written: WrittenEntry[] = [];
  let after = fallback;
  for (const pair of items) {
    const entry = entryOf(builder, pair, after);
    if (!entry) continue;
    after = Math.max(entry.value.end, entry.keySpan.end);
    builder.made.parts.push(entry);
    written.push({ entry, isMerge: isMergeKey(pair) });
  }
  return written;
}

/** A mapping's entries, doubled ones told, merged ones last. */
export function joinEntries(
  builder: Pick<Builder, "report">,
  written: Iterable<WrittenEntry>,
): Pick<MapNode, "entries" | "size" | "besides"> {
  const entries = new Map<string, Entry>();
  const merged: Node[] = [];
  const besides: Entry[] = [];
  let size = 1;
  const seen = new Map<string, Entry>();
  for (const { entry, isMerge } of written) {
    const first = seen.get(entry.key);
    if (first) doubled(builder, entry, first);
    seen.set(entry.key, entry);
    size += entry.value.size;
    if (first && entries.get(entry.key) === first) besides.push(first);
    if (isMerge) merged.push(entry.value);
    else entries.set(entry.key, entry);
    if (isMerge) besides.push(entry);
  }
  for (const value of merged) mergeInto(builder, entries, value);
  return besides.length > 0 ? { entries, size, besides } : { entries, size };
}

function doubled(builder: Pick<Builder, "report">, entry: Entry, first: Entry): void {
  const { key, keySpan } = entry;
  builder.report(keySpan, t('"{0}" is given twice; a key may be given only once.', key), {
    related: [{ span: first.keySpan, message: t("It is given here first.") }],
    fixes: () => doubleFixes(first, entry),
  });
}

function isMergeKey({ key }: Pair): boolean {
  return isScalar(key) && key.value === "<<" && (key.type === "PLAIN" || key.type === undefined);
}

function mergeInto(
  builder: Pick<Builder, "report">,
  entries: Map<string, Entry>,
  value: Node,
): void {
  for (const item of value.kind === "list" ? value.items : [value]) {
    if (item.kind !== "map") badMerge(builder, item);
    else for (const [key, entry] of item.entries) if (!entries.has(key)) entries.set(key, entry);
  }
}

function badMerge(builder: Pick<Builder, "report">, item: Node): void {
  // An alias without an anchor was reported already.
  if (item.kind === "scalar" && item.uncertain) return;
  builder.report(item, t("Only a mapping, or a list of mappings, can be merged by <<."));
}

function entryOf(builder: Builder, pair: Pair, fallback: number): Entry | undefined {
  const { key, value } = pair;
  if (isAlias(key)) {
    const target = alias(builder, key.source, spanOf(builder, key, fallback));
    if (target.kind !== "scalar") return undefined;
    const keySpan = spanOf(builder, key, fallback);
    return {
      key: target.text,
      keySpan,
      source: builder.source,
      value: build(builder, value, keySpan.end),
    };
  }
  if (!isScalar(key)) return noWord(builder, key, fallback);
  const keySpan = spanOf(builder, key, fallback);
  if (key.source === "" && !key.anchor && !key.tag) return noKey(builder, value, keySpan);
  if (key.anchor) build(builder, key, fallback);
  const name = typeof key.value === "string" ? key.value : "";
  const literal = key.type !== "PLAIN" && key.type !== undefined;
  if (!literal && typeof plainScalar(name) !== "string") unquoted(builder, name, keySpan, value);
  return {
    key: name,
    keySpan,
    source: builder.source,
    value: build(builder, value, valueFallback(builder, keySpan)),
  };
}

function unquoted({ report }: Builder, name: string, keySpan: Span, value: unknown): void {
  // `8080: 80` is rather a port without its dash.
  const isPort = /^\d+$/.test(name) && isScalar(value) && /^\d+$/.test(value.source ?? "");
  const message = isPort
    ? t("{0} cannot be a key. If this is an item of a list, it begins with a dash.", name)
    : t("Put quotes around the key {0}: Compose needs text here.", name || "null");
  const quote = {
    title: t("Put quotes around {0}", name),
    edits: [{ ...keySpan, newText: JSON.stringify(name) }],
    safe: true,
  };
  report(keySpan, message, { fixes: () => (isPort ? [] : [quote]) });
}

function noWord(builder: Builder, key: unknown, fallback: number): undefined {
  if (isMap(key) || isSeq(key))
    builder.report(
      spanOf(builder, key, fallback),
      t("A key must be a plain word, not a list or a mapping."),
    );
}

/** `: value`, with nothing in front of the colon. */
function noKey(builder: Builder, value: unknown, { start }: Span): undefined {
  const at = builder.source.text.indexOf(":", start);
  if (at >= 0)
    builder.report({ start: at, end: at + 1 }, t("A key is missing in front of this colon."));
  build(builder, value, start);
}

/** Where a missing value would stand: behind the colon. */
function valueFallback({ source }: Builder, { end }: Span): number {
  return source.text[end] === ":" ? end + 1 : end;
}

function spanOf(
  { base }: Builder,
  node: { range?: readonly [number, number, number] | null | undefined },
  fallback: number,
): Span {
  return node.range
    ? { start: node.range[0] + base, end: node.range[1] + base }
    : { start: fallback, end: fallback };
}

function tagOf(tag: string | undefined): "reset" | "override" | undefined {
  return tag === "!reset" ? "reset" : tag === "!override" ? "override" : undefined;
}
