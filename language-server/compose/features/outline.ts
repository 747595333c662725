// The names that a Compose file defines, read off its columns in one pass: what completion needs
// while the text is half-typed. The trees know more, but take longer.
import type { FeatureContext } from "../../language.ts";
import { Lines, type Span } from "../../text.ts";
import { folderOf, nameOf, resolveUri } from "../uri.ts";
import { closingQuote, type Row, rowAt, unquoted } from "./row.ts";

export const sections = [
  "services",
  "networks",
  "volumes",
  "configs",
  "secrets",
  "models",
] as const;
export type Section = (typeof sections)[number];

export interface Outline {
  /** Names under the sections, with the place of each. */
  readonly names: ReadonlyMap<string, ReadonlyMap<string, Span>>;
  /** Paths of included files. */
  readonly includes: readonly string[];
  readonly profiles: ReadonlySet<string>;
}

interface Draft {
  readonly names: Map<string, Map<string, Span>>;
  readonly includes: string[];
  readonly profiles: Set<string>;
  /** The column of the file's own keys; -1 at the head of a document. */
  root: number;
  section: string;
  /** The column of the names in the section; -1 before the first. */
  child: number;
  /** The column of a `profiles:` whose items follow; -1: none does. */
  profilesAt: number;
}

const kept = new WeakMap<Lines, Outline>();

/** The outline of a text, made once. */
export function outlineOf(lines: Lines): Outline {
  const known = kept.get(lines);
  if (known) return known;
  const draft: Draft = {
    names: new Map(),
    includes: [],
    profiles: new Set(),
    root: -1,
    section: "",
    child: -1,
    profilesAt: -1,
  };
  for (let number = 0; number < lines.count; number++) readLine(draft, lines, number);
  kept.set(lines, draft);
  return draft;
}

function readLine(draft: Draft, lines: Lines, number: number): void {
  const { text } = lines;
  const { start } = lines.line(number);
  let indent = 0;
  while (text[start + indent] === " ") indent++;
  // Lines below a name are passed without being read, save for those with profiles.
  const deep = draft.child >= 0 && indent > draft.child && draft.section !== "include";
  if (deep && draft.profilesAt < 0 && !text.startsWith("profiles:", start + indent)) return;
  const row = rowAt(lines, number);
  if (row.kind === "separator") {
    draft.root = -1;
    draft.section = "";
  }
  if (row.kind !== "content") return;
  if (deep) readProfiles(draft, text, row);
  else readShallow(draft, text, row);
}

function readShallow(draft: Draft, text: string, row: Row): void {
  if (draft.root < 0) draft.root = row.indent;
  const [first] = row.openers;
  if (row.indent <= draft.root && first?.key !== undefined) {
    draft.section = first.key;
    draft.child = -1;
    readFlow(draft, text, row.rest.start);
  } else if (draft.section === "include") readInclude(draft, text, row);
  else if (draft.section) {
    if (draft.child < 0) draft.child = row.indent;
    if (row.indent === draft.child && first?.key !== undefined)
      namesOf(draft, draft.section).set(first.key, first.keySpan);
  }
}

/** How far names in braces are looked for. */
const reach = 20_000;

/** The names of a section that is written in braces. */
function readFlow(draft: Draft, text: string, start: number): void {
  const end = Math.min(text.length, start + reach);
  let depth = 0;
  for (let at = start; at < end; at++) {
    const character = text[at] ?? "";
    if (character === '"' || character === "'") at = Math.max(at, closingQuote(text, at, end));
    else depth += depths[character] ?? 0;
    if (depth === 0) return;
    if (depth > 1 || (character !== "{" && character !== ",")) continue;
    flowName.lastIndex = at + 1;
    const name = flowName.exec(text)?.[1] ?? "";
    const from = flowName.lastIndex - name.length;
    if (name) namesOf(draft, draft.section).set(name, { start: from, end: from + name.length });
  }
}

const depths: Readonly<Record<string, number>> = { "{": 1, "[": 1, "}": -1, "]": -1 };
const flowName = /\s*["']?([\w.-]+)(?=["']?\s*:)/y;

function namesOf({ names }: Draft, section: string): Map<string, Span> {
  let own = names.get(section);
  if (!own) {
    own = new Map();
    names.set(section, own);
  }
  return own;
}

function readInclude(draft: Draft, text: string, row: Row): void {
  const last = row.openers.at(-1);
  if (last?.key !== undefined && last.key !== "path") return;
  for (const path of itemsIn(text, row.rest)) draft.includes.push(path);
}

function readProfiles(draft: Draft, text: string, row: Row): void {
  const [first] = row.openers;
  if (first?.key === "profiles") {
    for (const name of itemsIn(text, row.rest)) draft.profiles.add(name);
    draft.profilesAt = first.column;
  } else if (row.indent >= draft.profilesAt && first && first.key === undefined)
    for (const name of itemsIn(text, row.rest)) draft.profiles.add(name);
  else draft.profilesAt = -1;
}

/** The words of `[a, b]`, or the one that stands alone; without comment. */
function itemsIn(text: string, { start, end }: Span): readonly string[] {
  return text
    .slice(start, end)
    .replace(/\s#.*$/, "")
    .replace(/^\[|\]\s*$/g, "")
    .split(",")
    .map((word) => unquoted(word.trim()))
    .filter((word) => word !== "" && !/^[*&{#]/.test(word));
}

/** The outlines of a file and of those that it is used with: included, laid over, laid under. */
export function outlinesAround(lines: Lines, context: FeatureContext): readonly Outline[] {
  const found: Outline[] = [];
  const seen = new Set([context.uri]);
  const visit = (uri: string, outline: Outline): void => {
    found.push(outline);
    for (const path of outline.includes) {
      const other = resolveUri(folderOf(uri), path);
      if (/^\w+:\/\/|\$/.test(path) || seen.has(other) || seen.size > mostFiles) continue;
      seen.add(other);
      const text = context.host.files.read(other);
      if (typeof text === "string") visit(other, outlineOf(linesOf(other, text)));
    }
  };
  visit(context.uri, outlineOf(lines));
  for (const uri of partners(context)) {
    const text = seen.has(uri) ? undefined : context.host.files.read(uri);
    if (typeof text === "string") visit(uri, outlineOf(linesOf(uri, text)));
  }
  return found;
}

const mostFiles = 50;
const bases = /^(?:docker-)?compose\.ya?ml$/;
const overlays = /^((?:docker-)?compose)\.[^.]+\.ya?ml$/;

/** Files of the same folder that are laid over this one, or under it. */
export function partners({ uri, host }: FeatureContext): readonly string[] {
  const folder = folderOf(uri);
  const name = nameOf(uri);
  const candidates = bases.test(name)
    ? ["yml", "yaml"].map((end) => `${name.replace(/\.ya?ml$/, "")}.override.${end}`)
    : overlays.test(name)
      ? ["compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"]
      : [];
  return candidates.map((file) => folder + file).filter((file) => host.files.kind(file) === "file");
}

const texts = new Map<string, Lines>();

/** The lines of another file, kept while its text is the same. */
function linesOf(uri: string, text: string): Lines {
  const known = texts.get(uri);
  if (known?.text === text) return known;
  if (texts.size > mostFiles) texts.clear();
  const lines = new Lines(text);
  texts.set(uri, lines);
  return lines;
}
