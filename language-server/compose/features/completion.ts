// What may be written at the cursor: keys, values, paths and variables. Never asks for the parsed
// YAML, so it answers at once also in big and broken files.
import { CompletionItemKind } from "vscode-languageserver-types";
import { t } from "../../l10n.ts";
import type { Completion, FeatureContext } from "../../language.ts";
import type { Lines } from "../../text.ts";
import { alternatives, keysOf, type Row, rowAt } from "../schema/schema.ts";
import { folderOf } from "../uri.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { at } from "../yaml/tree.ts";
import type { Candidate, Wanted } from "./candidate.ts";
import { candidates, hasCandidates, keyCandidates, shapeOf } from "./candidates.ts";
import type { Path } from "./climb.ts";
import { type Cursor, cursorAt } from "./cursor.ts";
import { keyDoc } from "./hover.ts";
import { keySnippet } from "./keys.ts";
import { completePath, isPathValue } from "./paths.ts";
import { buildPlaces, entryText } from "./service-text.ts";
import { knownVariables, shownValue } from "./variables.ts";
import { usualKeys } from "./words-table.ts";

export function complete(
  { lines }: ComposeDocument,
  offset: number,
  context: FeatureContext,
): readonly Completion[] {
  const cursor = cursorAt(lines, offset);
  if (!cursor) return [];
  const variables = completeVariable(lines, cursor, offset, context);
  if (variables) return variables;
  if (cursor.place === "text") return [];
  if (cursor.place !== "key" && cursor.place !== "line" && cursor.typed.startsWith("*"))
    return completeAlias(lines, cursor, offset);
  if (isMerged(cursor) && (cursor.place === "value" || cursor.place === "item"))
    return completeAlias(lines, cursor, offset);
  const path = schemaPath(lines, unmerged(cursor.path));
  const wanted: Wanted = { lines, context, cursor, path, shape: shapeOf(path) };
  switch (cursor.place) {
    case "value":
      return values(wanted);
    case "key":
      return keys(wanted);
    case "item":
      return [...values(wanted), ...keys(wanted)];
    default:
      return isMerged(cursor)
        ? [...completeAlias(lines, cursor, offset), ...keys(wanted)]
        : line(wanted);
  }
}

/** The cursor stands where `<<` wants what is to be merged. */
function isMerged({ path }: Cursor): boolean {
  return path.at(path.at(-1) === 0 ? -2 : -1) === "<<";
}

/** What is merged is as if it stood in the mapping itself. */
function unmerged(path: Path): Path {
  return path.filter((step, at) => step !== "<<" && !(step === 0 && path[at - 1] === "<<"));
}

/** At the head of a line it is not settled what the mapping, list or value above will be. */
function line(wanted: Wanted): readonly Completion[] {
  const { cursor, path } = wanted;
  if (cursor.listed) return items(wanted);
  const own = keys(wanted);
  if (cursor.siblings.size > 0 || path.length === 0) return own;
  return [...own, ...items(wanted), ...values(wanted)];
}

/** What a list at the path may hold, with a dash before it. */
function items(wanted: Wanted): readonly Completion[] {
  const path = [...wanted.path, 0];
  if (!rowAt(path)) return [];
  const inside: Wanted = { ...wanted, path, shape: shapeOf(path) };
  return [...values(inside, "- "), ...keys(inside, "- ")];
}

function values(wanted: Wanted, before = ""): readonly Completion[] {
  const { cursor, shape } = wanted;
  if (/\s/.test(cursor.typed)) return [];
  const seen = new Set(shape.endsWith("#") ? cursor.siblings.keys() : []);
  const found = candidates(wanted)
    .filter(({ label }) => !seen.has(label) && seen.add(label))
    .map((one) => toValue(one, cursor, before));
  return [...found, ...(before ? [] : paths(wanted))];
}

function toValue(
  { label, kind, detail, insert = label, snippet, quoted }: Candidate,
  { word, quote }: Cursor,
  before: string,
): Completion {
  const marks = quoted && !quote ? '"' : "";
  return {
    label,
    kind,
    span: word,
    insert: before + marks + insert + marks,
    ...(marks || before ? { filterText: label } : {}),
    ...(snippet ? { snippet } : {}),
    ...(detail ? { detail } : {}),
  };
}

function paths(wanted: Wanted): readonly Completion[] {
  const { shape, cursor, context, lines, path } = wanted;
  const service = () => entryText(lines, "services", String(path[1]));
  if (shape === "services/*/build/dockerfile") {
    const base = buildPlaces(at(service(), "build"), folderOf(context.uri))?.context;
    return base ? completePath(shape, cursor, context, base) : [];
  }
  if (isPathValue(shape)) return completePath(shape, cursor, context);
  const bind =
    (shape === "services/*/volumes/#" && /^\.{1,2}\/[^:]*$/.test(cursor.typed)) ||
    (shape === "services/*/volumes/#/source" && cursor.siblings.get("type") === "bind");
  return bind ? completePath(shape, cursor, context) : [];
}

function keys(wanted: Wanted, before = ""): readonly Completion[] {
  const { cursor, path } = wanted;
  const row = rowAt(path);
  if (!row || cursor.quote || !/^[\w.-]*$/.test(cursor.typed)) return [];
  const known = sorted(keysOf(row))
    .filter(([key]) => !cursor.siblings.has(key))
    .map(([key, own]) => toKey(wanted, key, own, before));
  const isFree =
    !before && typeof path.at(-1) !== "number" && alternatives(row).some(({ pp }) => pp);
  if (wanted.shape === "services" && cursor.place === "line" && !cursor.typed)
    return newServices(wanted);
  return isFree ? [...known, ...freeKeys(wanted)] : known;
}

/** A whole service, where one begins. */
function newServices({ cursor }: Wanted): readonly Completion[] {
  const snippet = (label: string, insert: string): Completion => ({
    label,
    kind: CompletionItemKind.Snippet,
    span: cursor.word,
    insert,
    snippet: true,
  });
  return [
    snippet(t("A service from an image"), "${1:web}:\n  image: ${2:nginx}"),
    snippet(t("A service built from a Dockerfile"), "${1:app}:\n  build: ${2:.}"),
  ];
}

/** Keys that are names: of services, networks, arguments and the like. */
function freeKeys(wanted: Wanted): readonly Completion[] {
  const { cursor } = wanted;
  return keyCandidates(wanted)
    .filter(({ label }) => !cursor.siblings.has(label))
    .map(({ label, kind, detail }) => ({
      label: cursor.place === "line" ? `${label}:` : label,
      kind,
      span: cursor.word,
      insert: cursor.colon ? label : `${label}: `,
      filterText: label,
      ...(detail ? { detail } : {}),
    }));
}

const usual = new Map(usualKeys.split(" ").map((key, index) => [key, index]));

/** Keys that most people want first. */
function sorted(all: ReadonlyMap<string, Row>): readonly (readonly [string, Row])[] {
  const rank = (key: string) => usual.get(key) ?? usual.size;
  return [...all].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

function toKey({ cursor, path }: Wanted, key: string, row: Row, before: string): Completion {
  // An editor repeats the line's own indentation; what a dash has moved in is added here.
  const more = " ".repeat(Math.max(0, cursor.column + before.length - cursor.indent));
  const snippet = keySnippet(key, row, "  ", cursor.flow).replaceAll("\n", `\n${more}`);
  return {
    label: key,
    kind: CompletionItemKind.Property,
    span: cursor.word,
    insert: cursor.colon ? key : before + snippet,
    filterText: key,
    ...(cursor.colon ? {} : { snippet: true, again: hasCandidates([...path, key]) }),
    ...(row.old ? { deprecated: true } : {}),
    documentation: () => keyDoc([...path, key]),
  };
}

/** Names behind `$` and `${`; undefined: no variable is being typed. */
function completeVariable(
  { text }: Lines,
  cursor: Cursor,
  offset: number,
  context: FeatureContext,
): readonly Completion[] | undefined {
  if (cursor.place === "line" || cursor.place === "key") return undefined;
  const typed = /(?<!\$)(?:\$\$)*\$(\{?)(\w*)$/.exec(text.slice(Math.max(0, offset - 200), offset));
  if (!typed) return text[offset - 1] === "$" ? [] : undefined;
  const [, brace = "", name = ""] = typed;
  const rest = /^\w*/.exec(text.slice(offset, offset + 100))?.[0] ?? "";
  const end = offset + rest.length;
  const closed = brace === "" || /[}:?+-]/.test(text[end] ?? "");
  return knownVariables(text, context)
    .filter((one) => one.name !== name + rest || one.origin === ".env")
    .slice(0, 500)
    .map((one) => ({
      label: one.name,
      kind: CompletionItemKind.Variable,
      span: { start: offset - name.length, end },
      insert: brace ? `${one.name}${closed ? "" : "}"}` : `{${one.name}}`,
      filterText: one.name,
      detail: one.value === undefined ? one.origin : `${shownValue(one)} — ${one.origin}`,
    }));
}

function completeAlias({ text }: Lines, { word }: Cursor, offset: number): readonly Completion[] {
  const found = new Set<string>();
  for (const [, name = ""] of text.slice(0, offset).matchAll(/(?:^|\s)&([^\s,[\]{}]+)/gm))
    found.add(name);
  return [...found].map((name) => ({
    label: `*${name}`,
    kind: CompletionItemKind.Reference,
    span: word,
  }));
}

/** The schema's path of a place: a fragment under `x-…` has that of the place its alias stands at. */
function schemaPath(lines: Lines, path: Path): Path {
  const [first] = path;
  if (typeof first !== "string" || !first.startsWith("x-")) return path;
  const { text } = lines;
  const head = new RegExp(`^${first.replace(/[^\w-]/g, "\\$&")}:[ \t]*&([^\\s,]+)`, "m").exec(text);
  const use = head?.[1] ? text.indexOf(`*${head[1]}`) : -1;
  const place = use < 0 ? undefined : cursorAt(lines, use + 1);
  const target = (place && unmerged(place.path)) ?? ["services", "x"];
  return [...target, ...path.slice(1)];
}
