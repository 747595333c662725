// The shape of a Compose file for the editor: outline, folds and selections.

import { SymbolKind } from "vscode-languageserver-types";
import type { Fold, SymbolNode } from "../../language.ts";
import { type Lines, type Span, touches } from "../../text.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { type Entry, itemsAt, type MapNode, type Node, ownEntries, textAt } from "../yaml/tree.ts";
import { innerSpan } from "./names.ts";
import { rowAt } from "./row.ts";

const kinds: Readonly<Record<string, SymbolKind>> = {
  services: SymbolKind.Class,
  networks: SymbolKind.Interface,
  volumes: SymbolKind.File,
  configs: SymbolKind.Variable,
  secrets: SymbolKind.Key,
  models: SymbolKind.Module,
};

/** Sections, what they define, and the keys of that. */
export function symbols(document: ComposeDocument): readonly SymbolNode[] {
  return document.documents.flatMap((root) => named(root).map((entry) => section(document, entry)));
}

function named(node: Node): readonly Entry[] {
  return ownEntries(node).filter(({ key }) => key !== "<<");
}

function section(document: ComposeDocument, entry: Entry): SymbolNode {
  const symbol = entrySymbol(document, entry, SymbolKind.Namespace);
  if (entry.key === "include") return { ...symbol, children: included(document, entry.value) };
  const kind = kinds[entry.key];
  if (kind === undefined) return symbol;
  const children = named(entry.value).map((one) => ({
    ...entrySymbol(document, one, kind),
    children: named(one.value).map((key) => entrySymbol(document, key, SymbolKind.Property)),
  }));
  return { ...symbol, children };
}

function included(document: ComposeDocument, value: Node): readonly SymbolNode[] {
  const paths = itemsAt(value).flatMap((item) =>
    item.kind === "scalar" ? [item] : itemsAt(item, "path"),
  );
  return paths.flatMap((path) =>
    path.kind === "scalar" && path.value !== null && path.source === document.source
      ? [{ name: path.text, kind: SymbolKind.Module, span: plain(path), nameSpan: plain(path) }]
      : [],
  );
}

function plain({ start, end }: Span): Span {
  return { start, end };
}

function entrySymbol(
  document: ComposeDocument,
  { key, keySpan, value }: Entry,
  kind: SymbolKind,
): SymbolNode {
  const detail = textAt(value)?.replace(/\s+/g, " ").slice(0, 60) ?? textAt(value, "image");
  const below = value.source === document.source && value.start >= keySpan.end;
  const nameSpan = innerSpan(document.text, keySpan);
  const end = below ? trimmedEnd(document.text, nameSpan.end, value.end) : nameSpan.end;
  return {
    name: key,
    kind,
    span: { start: nameSpan.start, end: Math.max(end, nameSpan.end) },
    nameSpan,
    ...(detail ? { detail } : {}),
  };
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? "")) at--;
  return at;
}

interface OpenFold {
  readonly depth: number;
  readonly start: number;
}

/** Everything that has something deeper below it, and runs of comments; read off the columns. */
export function folds({ lines }: ComposeDocument): readonly Fold[] {
  const found: Fold[] = [];
  const open: OpenFold[] = [];
  let lastEnd = 0;
  let comments: { start: number; end: number; count: number } | undefined;
  const closeComments = () => {
    if (comments && comments.count > 1)
      found.push({ start: comments.start, end: comments.end, kind: "comment" });
    comments = undefined;
  };
  const close = (depth: number) => {
    for (let top = open.at(-1); top && top.depth >= depth; top = open.at(-1)) {
      open.pop();
      if (lines.lineAt(lastEnd) > lines.lineAt(top.start))
        found.push({ start: top.start, end: lastEnd });
    }
  };
  for (let number = 0; number < lines.count; number++) {
    const { kind, line, indent, openers } = rowAt(lines, number);
    if (kind === "comment") {
      comments = {
        start: comments?.start ?? line.start,
        end: line.end,
        count: (comments?.count ?? 0) + 1,
      };
      continue;
    }
    closeComments();
    if (kind === "blank") continue;
    // A dash may stand at the column of the key above it, and is deeper all the same.
    const depth = 2 * indent + (openers[0] && openers[0].key === undefined ? 1 : 0);
    close(kind === "separator" ? -1 : depth);
    if (kind === "content") open.push({ depth, start: line.start });
    lastEnd = line.end;
  }
  closeComments();
  close(-1);
  return found.sort((one, other) => one.start - other.start || other.end - one.end);
}

/** Word, value, entry, mapping, and so on up to the file. */
export function selections(document: ComposeDocument, offset: number): readonly Span[] {
  const { text, lines } = document;
  const spans: Span[] = [{ start: 0, end: text.length }];
  const add = (start: number, end: number) => {
    const inner = spans.at(-1);
    const trimmed = trimmedEnd(text, start, end);
    const fits = inner && start >= inner.start && trimmed <= inner.end;
    if (fits && start <= offset && offset <= trimmed && trimmed - start < inner.end - inner.start)
      spans.push({ start, end: trimmed });
  };
  for (const root of document.documents) descend(root, offset, add);
  addWord(lines, offset, add);
  return spans.reverse();
}

type Add = (start: number, end: number) => void;

function descend(top: Node, offset: number, add: Add): void {
  for (let node: Node | undefined = top; node && touches(node, offset); ) {
    add(node.start, node.end);
    if (node.kind === "scalar") return;
    node =
      node.kind === "list"
        ? node.items.find((item) => touches(item, offset))
        : entryAt(node, offset, add);
  }
}

/** The value of the entry at an offset, where that is in it. */
function entryAt(map: MapNode, offset: number, add: Add): Node | undefined {
  for (const { keySpan, value, source } of ownEntries(map)) {
    const inside = value.source === source && value.start >= keySpan.end && value.end <= map.end;
    const end = inside ? value.end : aliasEnd(source.text, keySpan.end);
    if (offset < keySpan.start || offset > end) continue;
    add(keySpan.start, end);
    add(keySpan.start, keySpan.end);
    return inside && offset >= value.start ? value : undefined;
  }
  return undefined;
}

/** Behind the alias that stands as a key's value; the key's own end, if none does. */
function aliasEnd(text: string, keyEnd: number): number {
  const alias = /\s*:\s+\*[^\s,[\]{}]+/y;
  alias.lastIndex = keyEnd;
  return keyEnd + (alias.exec(text)?.[0].length ?? 0);
}

function addWord(lines: Lines, offset: number, add: (start: number, end: number) => void): void {
  const { text } = lines;
  let start = offset;
  let end = offset;
  while (start > 0 && /[\p{L}\p{N}_]/u.test(text[start - 1] ?? "")) start--;
  while (end < text.length && /[\p{L}\p{N}_]/u.test(text[end] ?? "")) end++;
  if (end > start) add(start, end);
}
