// What a tree's builder writes down besides the tree: all that has a place, and the anchors with their
// aliases.
import type { Span } from "../../text.ts";
import type { Source } from "./source.ts";
import type { Entry, Mark, Node, Reading } from "./tree.ts";

/** `open`: in the middle of the value. */
export type AnchorValue = Node | "open" | undefined;

/** The values behind anchors, up to where the reader is. */
export interface Anchors {
  get(name: string): AnchorValue;
  set(name: string, value: AnchorValue): void;
}

/** A reading while it grows. */
export interface Made extends Reading {
  readonly parts: (Node | Entry)[];
  readonly marks: Mark[];
}

export interface Marking {
  readonly source: Source;
  readonly anchors: Anchors;
  readonly made: Made;
}

/** An anchor whose value is not known yet. */
type OpenMark = Omit<Mark, "value"> & { value: Node | undefined };

/** Notes the anchor in front of a value that begins at `before`. */
export function openAnchor(
  { source, anchors, made }: Marking,
  name: string,
  before: number,
): OpenMark {
  anchors.set(name, "open");
  const start = anchorBefore(source.text, name, before) + 1;
  const end = start + name.length;
  const mark: OpenMark = { source, name, declares: true, start, end, value: undefined };
  if (start > 0) made.marks.push(mark);
  return mark;
}

export function closeAnchor({ anchors }: Marking, mark: OpenMark, value: Node): void {
  mark.value = value;
  anchors.set(mark.name, value);
}

/** Notes the alias that a span holds with its `*`. */
export function markAlias(
  { source, made }: Marking,
  name: string,
  span: Span,
  value: Node | undefined,
): void {
  const start = span.start + 1;
  made.marks.push({ source, name, declares: false, start, end: start + name.length, value });
}

/** Where `&name` stands before the node that it names. */
function anchorBefore(text: string, name: string, start: number): number {
  let place = text.lastIndexOf(`&${name}`, start);
  while (place > 0 && !/[\s,[\]{}]|^$/.test(text[place + name.length + 1] ?? ""))
    place = text.lastIndexOf(`&${name}`, place - 1);
  return place;
}
