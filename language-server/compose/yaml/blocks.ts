// The tree of a Compose file from its pieces (cut.ts, block.ts). What an edit leaves alone is taken
// over from the version before: the same nodes, moved to where they stand now.
//
// Invariants: the tree is the one that reading the whole text gives; where that is not certain, there
// is none, and the whole text is read. Of one text a tree is taken over once: the version before has
// its nodes no longer, and reads its text again if somebody still asks for it.

import { type Block, readBlock } from "./block.ts";
import { cutEntry, type Part, type Piece, type Section } from "./cut.ts";
import type { AnchorValue } from "./marks.ts";
import { plainScalar } from "./scalars.ts";
import type { Source } from "./source.ts";
import type { Entry, MapNode, Reading } from "./tree.ts";
import {
  joinEntries,
  type ReportSyntax,
  type SyntaxFault,
  type WrittenEntry,
} from "./tree-builder.ts";

/** A text read in pieces. */
export interface Blocks {
  readonly text: string;
  /** What its pieces were read into, in order. */
  readonly readings: readonly Reading[];
  readonly byStart: ReadonlyMap<number, Block>;
  readonly root: MapNode;
  readonly faults: readonly SyntaxFault[];
  readonly error: Block["error"];
}

/**
 * Reads a text by its parts, with what the version before has in common with it. `beside`: that
 * stays as it is.
 */
export function readBlocks(
  source: Source,
  parts: readonly Part[],
  before: Blocks | undefined,
  beside = false,
): Blocks | undefined {
  return new Reader(source, before && keeper(before, source), beside).read(parts);
}

class Reader {
  readonly #source: Source;
  readonly #beside: boolean;
  readonly #kept: Keeper | undefined;
  readonly #blocks = new Map<number, Block>();
  readonly #anchors: Map<string, AnchorValue>;
  readonly #faults: SyntaxFault[] = [];
  #last: Block | undefined;
  #error: Block["error"];

  constructor(
    source: Source,
    kept: Keeper | undefined,
    beside: boolean,
    anchors = new Map<string, AnchorValue>(),
  ) {
    this.#source = source;
    this.#kept = kept;
    this.#beside = beside;
    this.#anchors = anchors;
  }

  read(parts: readonly Part[]): Blocks | undefined {
    const written: WrittenEntry[] = [];
    for (const part of parts) {
      const entries = "pieces" in part ? this.#section(part) : this.#piece(part)?.written;
      if (!entries) return undefined;
      written.push(...entries);
    }
    const [first] = written;
    const end = this.#last?.ends[0];
    if (!first || end === undefined) return undefined;
    const start = first.entry.keySpan.start;
    const { text } = this.#source;
    return {
      text,
      readings: Array.from(this.#blocks.values(), ({ reading }) => reading),
      byStart: this.#blocks,
      root: this.#map(start, end, written),
      faults: this.#faults,
      error: this.#error,
    };
  }

  #piece(piece: Piece): Block | undefined {
    const kept = this.#kept?.(piece);
    const usable =
      kept && [...kept.used].every(([name, value]) => this.#anchors.get(name) === value);
    if (usable) return this.#add(this.#beside ? kept : moved(kept, piece));
    return this.#add(this.#nested(piece) ?? readBlock(piece, this.#source, this.#anchors));
  }

  #add(block: Block | undefined): Block | undefined {
    if (!block) return undefined;
    for (const [name, value] of block.given) this.#anchors.set(name, value);
    this.#faults.push(...block.faults);
    for (const one of block.inner ?? []) this.#blocks.set(one.piece.start, one);
    this.#blocks.set(block.piece.start, block);
    this.#last = block;
    this.#error ??= block.error;
    return block;
  }

  /** A service is read by its keys if it is edited, as it is likely to be edited again. */
  #nested(piece: Piece): Block | undefined {
    const section =
      this.#kept && piece.columns.length === 2 ? cutEntry(this.#source.lines, piece) : undefined;
    if (!section) return undefined;
    const reader = new Reader(this.#source, this.#kept, this.#beside, new Map(this.#anchors));
    const entry = reader.#entry(section);
    // What comes of an error, all that follows may decide.
    if (!entry || !reader.#last || reader.#error) return undefined;
    const inner = [...reader.#blocks.values()];
    return {
      piece,
      written: [{ entry, isMerge: false }],
      ends: reader.#last.ends,
      reading: { parts: [entry.value, entry], marks: [] },
      ...anchorsOf(inner),
      faults: reader.#faults,
      error: undefined,
      inner,
    };
  }

  #section(section: Section): readonly WrittenEntry[] | undefined {
    const entry = this.#entry(section);
    return entry && [{ entry, isMerge: false }];
  }

  #entry({ key, pieces }: Section): Entry | undefined {
    const name = this.#source.text.slice(key.start, key.end);
    // Quotes, numbers and `<<` mean more than they say.
    if (/["'<]/.test(name) || typeof plainScalar(name) !== "string") return undefined;
    const written: WrittenEntry[] = [];
    for (const piece of pieces) {
      const block = this.#piece(piece);
      if (!block) return undefined;
      written.push(...block.written);
    }
    const [first] = pieces;
    const level = (first?.columns.length ?? 0) - 1;
    const end = this.#last?.ends[level];
    if (!first || end === undefined) return undefined;
    const value = this.#map(first.start + (first.columns[level] ?? 0), end, written);
    return { key: name, keySpan: key, source: this.#source, value };
  }

  #map(start: number, end: number, written: readonly WrittenEntry[]): MapNode {
    const source = this.#source;
    const report: ReportSyntax = (span, message, more) =>
      this.#faults.push({ span, message, more });
    return {
      kind: "map",
      source,
      tag: undefined,
      start,
      end,
      ...joinEntries({ report }, written),
    };
  }
}

/** The anchors that blocks give, and those that they take from elsewhere. */
function anchorsOf(blocks: readonly Block[]): Pick<Block, "used" | "given"> {
  const used = new Map<string, AnchorValue>();
  const given = blocks.flatMap((block) => block.given);
  const own = new Set<string>();
  for (const block of blocks) {
    for (const [name, value] of block.used) if (!own.has(name)) used.set(name, value);
    for (const [name] of block.given) own.add(name);
  }
  return { used, given };
}

/** Gives the block that a piece was before, if its text is the same. */
type Keeper = (piece: Piece) => Block | undefined;

function keeper({ text: old, byStart }: Blocks, { text }: Source): Keeper {
  const head = commonHead(old, text);
  const tail = commonTail(old, text, Math.min(old.length, text.length) - head);
  const shift = text.length - old.length;
  return (piece: Piece): Block | undefined => {
    const { start, end, columns, nextColumn } = piece;
    const place = end <= head ? start : start >= text.length - tail ? start - shift : undefined;
    const block = place === undefined ? undefined : byStart.get(place);
    const same =
      block &&
      !block.error &&
      block.faults.length === 0 &&
      block.piece.end - block.piece.start === end - start &&
      block.piece.columns.join() === columns.join() &&
      block.piece.nextColumn === nextColumn;
    return same ? block : undefined;
  };
}

/** Texts are compared by stretches, as that is quicker than letter by letter. */
const stretch = 4096;

function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + stretch <= most && a.slice(at, at + stretch) === b.slice(at, at + stretch))
    at += stretch;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonTail(a: string, b: string, most: number): number {
  let count = 0;
  const part = (text: string) => text.slice(text.length - count - stretch, text.length - count);
  while (count + stretch <= most && part(a) === part(b)) count += stretch;
  while (count < most && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count))
    count++;
  return count;
}

/** The block where it stands now. */
function moved(block: Block, piece: Piece): Block {
  const by = piece.start - block.piece.start;
  if (by === 0) return block;
  const { parts, marks } = block.reading;
  // There are thousands of them, and a callback makes no garbage.
  parts.forEach((part) => {
    move("keySpan" in part ? part.keySpan : part, by);
  });
  marks.forEach((mark) => {
    move(mark, by);
  });
  const inner = block.inner?.map((one) => {
    const { start, end } = one.piece;
    return moved(one, { ...one.piece, start: start + by, end: end + by });
  });
  return { ...block, piece, ends: block.ends.map((end) => end + by), ...(inner && { inner }) };
}

function move(span: { start: number; end: number }, by: number): void {
  span.start += by;
  span.end += by;
}
