// A piece of a Compose file, read by itself as if it stood in the whole text: keys are put in front of
// it, so that it goes on in a mapping that is open, and the key that follows behind it. If that key
// comes out as what it is, the reader was in the same state as in the whole text, so the rest of the
// text cannot matter.
import { isMap, isScalar, type Pair, type YAMLError, type YAMLMap } from "yaml";
import type { Piece } from "./cut.ts";
import type { Anchors, AnchorValue, Made } from "./marks.ts";
import { goesOn, readYaml } from "./read.ts";
import type { Source } from "./source.ts";
import type { Node, Reading } from "./tree.ts";
import { buildEntries, type SyntaxFault, type WrittenEntry } from "./tree-builder.ts";

/** What a piece gave. */
export interface Block {
  readonly piece: Piece;
  readonly written: readonly WrittenEntry[];
  /** Where the levels that it stands in end, from the top on, if the piece is the last of them. */
  readonly ends: readonly number[];
  /** Everything in it that has a place, and moves with the text. */
  readonly reading: Reading;
  /** The anchors of other pieces that it asked for, with what they were. */
  readonly used: ReadonlyMap<string, AnchorValue>;
  /** Its own anchors, in order. */
  readonly given: readonly (readonly [string, Node])[];
  readonly faults: readonly SyntaxFault[];
  /** The first error of the YAML itself. */
  readonly error: YAMLError | undefined;
  /** What it was read in, if it was cut once more. */
  readonly inner?: readonly Block[];
}

/** A key for each level. */
const above = "a:\n";

function frontOf({ columns }: Piece): string {
  return columns.map((column) => " ".repeat(column) + above).join("");
}

/** Reads a piece; undefined where it cannot be read alone. */
export function readBlock(piece: Piece, source: Source, anchors: Anchors): Block | undefined {
  const front = frontOf(piece);
  const text = front + source.text.slice(piece.start, piece.end);
  const follower = piece.next && source.text.slice(piece.next.start, piece.next.end);
  const behind = follower === undefined ? "" : `${" ".repeat(piece.nextColumn)}${follower || "k"}:`;
  const parsed = readYaml(text + behind);
  const [yaml] = parsed;
  if (parsed.length > 1 || !isMap(yaml?.contents)) return undefined;
  if (goesOn(parsed, () => front + source.text.slice(piece.start))) return undefined;
  const base = piece.start - front.length;
  const inner = innerOf(yaml.contents, piece, text.length + piece.nextColumn);
  if (!inner) return undefined;
  const [error] = yaml.errors;
  if (error) error.pos = [error.pos[0] + base, error.pos[1] + base];
  const { used, given, overlay } = watched(anchors);
  const made: Made = { parts: [], marks: [] };
  const faults: SyntaxFault[] = [];
  const written = buildEntries(
    {
      source,
      base,
      anchors: overlay,
      report: (span, message, more) => faults.push({ span, message, more }),
      made,
    },
    inner.items,
    piece.start,
  );
  const ends = inner.ends.map((end) => end + base);
  return { piece, written, ends, reading: made, used, given, faults, error };
}

/** What the piece itself holds; undefined if what follows did not come out as a key of its own. */
function innerOf(top: YAMLMap, { columns, nextColumn }: Piece, place: number) {
  const ends: number[] = [];
  let items: Pair[] = [];
  let map: unknown = top;
  let line = 0;
  for (const column of columns) {
    if (items.length > 0 || !isMap(map) || map.range?.[0] !== line + column) return undefined;
    ends.push(endOf(map));
    items = map.items.slice(1);
    if (nextColumn === column && !isFollower(items.pop(), place)) return undefined;
    line += column + above.length;
    map = map.items[0]?.value;
  }
  return { items, ends };
}

function isFollower(pair: Pair | undefined, place: number): boolean {
  return isScalar(pair?.key) && pair.key.range?.[0] === place && !pair.key.tag && !pair.key.anchor;
}

function endOf({ range }: YAMLMap): number {
  return range?.[1] ?? 0;
}

/** Anchors that tell which of them were asked for from outside, and which were added. */
function watched(anchors: Anchors) {
  const used = new Map<string, AnchorValue>();
  const given: [string, Node][] = [];
  const own = new Set<string>();
  const overlay: Anchors = {
    get(name) {
      const value = anchors.get(name);
      if (!own.has(name)) used.set(name, value);
      return value;
    },
    set(name, value) {
      own.add(name);
      anchors.set(name, value);
      if (value && value !== "open") given.push([name, value]);
    },
  };
  return { used, given, overlay };
}
