// Filters, sorts and groups the rows of any view. Pure.

/** What can be read off an object of one kind: a text for each field that settings may name. */
export type Fields<T> = Readonly<Record<string, (object: T) => string>>;

export interface Arrangement {
  readonly filter: string;
  readonly groupBy: string;
  readonly sortBy: string;
}

export interface Group<T> {
  /** Empty: the objects that belong to no group. */
  readonly name: string;
  readonly objects: readonly T[];
}

/** The objects whose fields hold every word of `filter`, in any case. */
export function filtered<T>(
  objects: readonly T[],
  filter: string,
  fields: Fields<T>,
): readonly T[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return objects;
  return objects.filter((object) => {
    const text = Object.values(fields)
      .map((field) => field(object))
      .join("\n")
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

// Made at its first use: it would cost milliseconds of what the extension may take to load.
let collator: Intl.Collator | undefined;

/** Compares as people count: web-2 before web-10. */
function order(): Intl.Collator["compare"] {
  collator ??= new Intl.Collator("en", { numeric: true });
  return collator.compare;
}

/** Sorted by a field; `created` and `size` come largest first, all else in alphabetical order. */
export function sorted<T extends { readonly created: number; readonly size?: number | undefined }>(
  objects: readonly T[],
  sortBy: string,
  fields: Fields<T>,
): readonly T[] {
  const first = Object.values(fields)[0];
  const field = fields[sortBy] ?? first;
  // Also where there is nothing to sort yet: while the engine makes its list there is time for it.
  const compare = order();
  const byName = (a: T, b: T) => (first ? compare(first(a), first(b)) : 0);
  if (sortBy === "created")
    return [...objects].sort((a, b) => b.created - a.created || byName(a, b));
  if (sortBy === "size")
    return [...objects].sort((a, b) => (b.size ?? 0) - (a.size ?? 0) || byName(a, b));
  if (!field) return objects;
  const keyed = objects.map((object) => ({ object, key: field(object) }));
  keyed.sort((a, b) => compare(a.key, b.key) || byName(a.object, b.object));
  return keyed.map(({ object }) => object);
}

/** The objects by what `groupBy` gives for them, groups in alphabetical order, the nameless last. */
export function grouped<T>(objects: readonly T[], groupBy: (object: T) => string): Group<T>[] {
  const compare = order();
  const groups = new Map<string, T[]>();
  for (const object of objects) {
    const name = groupBy(object);
    const group = groups.get(name);
    if (group) group.push(object);
    else groups.set(name, [object]);
  }
  return [...groups]
    .map(([name, members]) => ({ name, objects: members }))
    .sort((a, b) => (a.name === "" ? 1 : b.name === "" ? -1 : compare(a.name, b.name)));
}
