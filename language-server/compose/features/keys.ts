// How a key is written into the text: with a colon, and with what must stand below it.
import { alternatives, keysOf, part, type Row } from "../schema/schema.ts";

/** A snippet for a key, its required keys below it. `step` is one level of indentation. */
export function keySnippet(key: string, row: Row, step: string, flow: boolean): string {
  const tabs = { next: 1 };
  return flow ? `${key}: \${1}` : `${key}:${body(meant(row), step, step, tabs)}`;
}

interface Tabs {
  next: number;
}

/** The alternative that people mostly write: the first one that is not null. */
function meant(row: Row): Row {
  const options = alternatives(row);
  return options.find(({ t: types }) => types?.[0] !== "null") ?? options[0] ?? row;
}

function body(row: Row, indent: string, step: string, tabs: Tabs): string {
  const [type] = row.t ?? [];
  if (row.e && row.e.length > 1) return ` ${choice(row.e, tabs)}`;
  if (type === "boolean") return ` ${choice([true, false], tabs)}`;
  if (type === "array") return `\n${indent}- ${item(row, indent, step, tabs)}`;
  if (type !== "object") return ` \${${tabs.next++}}`;
  const needed = required(row);
  if (needed.length === 0) return `\n${indent}\${${tabs.next++}}`;
  return needed
    .map(([key, own]) => `\n${indent}${key}:${body(meant(own), indent + step, step, tabs)}`)
    .join("");
}

/** A list's first item: its required keys, if it must be a mapping. */
function item(row: Row, indent: string, step: string, tabs: Tabs): string {
  const own = meant(part(row.i));
  const needed = own.t?.[0] === "object" ? required(own) : [];
  if (needed.length === 0) return `\${${tabs.next++}}`;
  const deeper = `${indent}  `;
  return needed
    .map(([key, value]) => `${key}:${body(meant(value), deeper + step, step, tabs)}`)
    .join(`\n${deeper}`);
}

function required(row: Row): readonly (readonly [string, Row])[] {
  const keys = keysOf(row);
  return (row.r ?? []).flatMap((key): [string, Row][] => {
    const own = keys.get(key);
    return own ? [[key, own]] : [];
  });
}

function choice(options: readonly (string | number | boolean)[], tabs: Tabs): string {
  const list = options.map((option) => String(option).replace(/[,|\\]/g, "\\$&"));
  return `\${${tabs.next++}|${list.join(",")}|}`;
}
