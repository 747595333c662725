// The Compose specification's schema as a table: which keys may stand at a path, and of what kind
// their values are. Made by `npm run update`.
//
// Features ask `rowAt(["services", "web", "build"])`, then `keysOf(row)`.
import { memoized } from "../memo.ts";
import table from "./compose-table.json" with { type: "json" };

/** A part of the schema. Numbers are other parts, to be taken by `part()`. */
export interface Row {
  /** JSON types: string, number, integer, boolean, null, object, array. */
  readonly t?: readonly string[];
  readonly p?: Readonly<Record<string, number>>;
  /** Pattern of keys, and what their values are. */
  readonly pp?: readonly (readonly [string, number])[];
  /** No other keys. */
  readonly closed?: boolean;
  readonly i?: number;
  readonly e?: readonly (string | number | boolean)[];
  /** Alternatives. */
  readonly o?: readonly number[];
  readonly r?: readonly string[];
  readonly min?: number;
  readonly max?: number;
  readonly pat?: string;
  readonly old?: boolean;
  readonly def?: unknown;
}

const rows = table.rows as unknown as readonly Row[];
const nothing: Row = {};

export const root: Row = rows[table.root] ?? nothing;

/** All keys that some mapping cannot do without. */
export const neededKeys: ReadonlySet<string> = new Set(rows.flatMap(({ r }) => r ?? []));

export function part(index: number | undefined): Row {
  return (index === undefined ? undefined : rows[index]) ?? nothing;
}

/** The row itself, or its alternatives one by one. */
export function alternatives(row: Row): readonly Row[] {
  return row.o ? row.o.flatMap((index) => alternatives(part(index))) : [row];
}

/** The row of a key's value, in the first alternative that knows the key. */
export function rowOfKey(row: Row, key: string): Row | undefined {
  for (const option of alternatives(row)) {
    const own = option.p?.[key];
    if (own !== undefined) return part(own);
    for (const [pattern, index] of option.pp ?? [])
      if (compiled(pattern).test(key)) return part(index);
  }
  return undefined;
}

/** The row of a list's items. */
export function rowOfItem(row: Row): Row | undefined {
  const list = alternatives(row).find(({ i }) => i !== undefined);
  return list ? part(list.i) : undefined;
}

/** The row at a path from the root; list items are numbers. */
export function rowAt(path: readonly (string | number)[]): Row | undefined {
  let row: Row | undefined = root;
  for (const step of path) {
    if (!row) return undefined;
    row = typeof step === "number" ? rowOfItem(row) : rowOfKey(row, step);
  }
  return row;
}

/** The keys that a row's mappings may have, with the rows of their values. */
export const keysOf = memoized((row: Row): ReadonlyMap<string, Row> => {
  const keys = new Map<string, Row>();
  for (const option of alternatives(row))
    for (const [key, index] of Object.entries(option.p ?? {})) keys.set(key, part(index));
  return keys;
});

const patterns = new Map<string, RegExp>();

export function compiled(pattern: string): RegExp {
  let made = patterns.get(pattern);
  if (!made) {
    made = new RegExp(pattern, "u");
    patterns.set(pattern, made);
  }
  return made;
}
