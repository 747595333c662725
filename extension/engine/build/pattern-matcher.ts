// Docker's path patterns, quirks included: `**`, `!`, order, character classes. What matches here
// matches in the engine (moby's patternmatcher is the norm; Go's path.Match says what is valid).
// Paths are relative, with `/`, on every system. It reads no file.
import { posix } from "node:path";
import { t } from "../text.ts";

/** Which patterns the parent folder matched; give it to the call for each of its children. */
export type ParentMatch = readonly boolean[];

interface Pattern {
  /** Without its `!`. */
  readonly text: string;
  readonly negated: boolean;
  readonly matches: (path: string) => boolean;
}

/** A list of patterns; the last one that matches decides. */
export class PatternMatcher {
  readonly #patterns: readonly Pattern[];

  /** @throws SyntaxError with the pattern that the engine would refuse. */
  constructor(patterns: readonly string[]) {
    this.#patterns = patterns
      .map((text) => text.trim())
      .filter(Boolean)
      .map(toPattern);
  }

  get isEmpty(): boolean {
    return this.#patterns.length === 0;
  }

  /** Whether the path is matched, its own pattern or one of a parent folder's deciding. */
  match(path: string, parent?: ParentMatch): { matched: boolean; info: ParentMatch } {
    let matched = false;
    const info: boolean[] = [];
    for (const [index, pattern] of this.#patterns.entries()) {
      let hit = parent?.[index] ?? false;
      // A pattern that cannot change the verdict is not tried, and counts as unmatched below.
      if (!hit && pattern.negated === matched)
        hit = pattern.matches(path) || (!parent && matchesParent(pattern, path));
      info.push(hit);
      if (hit) matched = !pattern.negated;
    }
    return { matched, info };
  }

  /** False when nothing under the folder can be matched by a pattern of this kind. */
  mayMatchInside(folder: string, negated: boolean): boolean {
    return this.#patterns.some((pattern) => {
      if (pattern.negated !== negated) return false;
      const literal = pattern.text.replace(/\/\*\*$/, "").replace(/\/\*$/, "");
      return /[*?[\]^\\]/.test(literal) || `${literal}/`.startsWith(`${folder}/`);
    });
  }
}

function matchesParent(pattern: Pattern, path: string): boolean {
  for (let at = path.indexOf("/"); at >= 0; at = path.indexOf("/", at + 1))
    if (pattern.matches(path.slice(0, at))) return true;
  return false;
}

function toPattern(source: string): Pattern {
  const cleaned = posix.normalize(source).replace(/(.)\/$/, "$1");
  const negated = cleaned.startsWith("!");
  const text = negated ? cleaned.slice(1) : cleaned;
  if (!text || !isValid(text))
    throw new SyntaxError(
      t("The pattern {0} is not valid. Look for it in .dockerignore, COPY and ADD.", source),
    );
  return { text, negated, matches: matcher(text) };
}

/** Whether Go's path.Match accepts the pattern. */
export function isValid(pattern: string): boolean {
  // One class: an optional `^`, then at least one item; `-` and `]` stand in it only escaped.
  const item = String.raw`(?:\\[^]|[^\\\]-])`;
  const shape = new RegExp(String.raw`^(?:[^\\[]|\\[^]|\[\^?(?:${item}(?:-${item})?)+\])*$`, "u");
  return shape.test(pattern);
}

const POSIX_CLASSES: Readonly<Record<string, string>> = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7F",
  blank: "\\t ",
  cntrl: "\\x00-\\x1F\\x7F",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-\\/:-@\\[-`{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f",
};

/** One character that is no slash, surrogate pairs being one. */
const ANY_BUT_SLASH = "(?:[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|[^/])";

type Kind = "exact" | "prefix" | "suffix" | "regexp";

/** How a pattern is compared: as moby does it, plain comparison where that is enough. */
function matcher(pattern: string): (path: string) => boolean {
  let kind: Kind = "exact";
  let source = "";
  for (let at = 0; at < pattern.length; ) {
    const first = at === 0;
    const piece: Piece = pattern.startsWith("**", at)
      ? anyDepth(pattern.slice(at), kind)
      : onePart(pattern.slice(at), kind);
    source += piece.source;
    at += piece.length;
    kind = first && pattern.startsWith("**") ? "suffix" : piece.kind;
  }
  if (kind === "exact") return (path) => path === pattern;
  if (kind === "prefix") return (path) => path.startsWith(pattern.slice(0, -2));
  if (kind === "suffix") {
    const suffix = pattern.slice(2);
    return (path) => path.endsWith(suffix) || (suffix[0] === "/" && path === suffix.slice(1));
  }
  const regexp = new RegExp(`^${posixClasses(source)}$`);
  return (path) => regexp.test(path);
}

interface Piece {
  readonly source: string;
  readonly length: number;
  readonly kind: Kind;
}

/** `**`, with the slash after it: any number of folders, or at the end anything. */
function anyDepth(rest: string, kind: Kind): Piece {
  const length = rest.startsWith("**/") ? 3 : 2;
  if (rest.length > length) return { source: "(.*/)?", length, kind: "regexp" };
  return { source: ".*", length, kind: kind === "exact" ? "prefix" : "regexp" };
}

function onePart(rest: string, kind: Kind): Piece {
  const [source, length, special] = translate(rest);
  return { source, length, kind: special ? "regexp" : kind };
}

/** The next piece of the pattern as a regular expression, its length, and whether it is special. */
function translate(rest: string): [piece: string, length: number, special: boolean] {
  const [first = ""] = rest;
  if (first === "*") return ["[^/]*", 1, true];
  if (first === "?") return [ANY_BUT_SLASH, 1, true];
  if (".+()|{}$".includes(first)) return [`\\${first}`, 1, false];
  if (first === "\\") return [escaped(rest[1] ?? "\\"), 2, true];
  return [first, 1, first === "[" || first === "]"];
}

/** What Go's regular expressions make of a backslash and the next character. */
function escaped(next: string): string {
  if (next === "a") return "\\x07";
  if (/[dDwWsSbBfnrtv]/.test(next) || !/\w/.test(next)) return `\\${next}`;
  throw new SyntaxError(
    t("The escape {0} is not valid in a pattern of .dockerignore, COPY or ADD.", `\\${next}`),
  );
}

function posixClasses(source: string): string {
  return source.replace(/\[:(\w+):\]/g, (whole, name: string) => POSIX_CLASSES[name] ?? whole);
}
