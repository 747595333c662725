// BuildKit's word expansion: `$name`, `${name}` with its modifiers, quotes and escapes. Works on
// one word and a look-up; where the values come from is scopes.ts's affair.

/** A variable named in a word; offsets are in the word. */
export interface VariableUse {
  readonly name: string;
  /** With `$` and braces. */
  readonly start: number;
  readonly end: number;
  readonly nameStart: number;
  /** `:-`, `+`, `%%` …; empty for none. */
  readonly modifier: string;
}

export type ExpansionProblem =
  | "modifier"
  | "brace"
  | "single-quote"
  | "double-quote"
  | "name"
  | "pattern"
  | "slash";

export interface Expansion {
  readonly value: string;
  readonly uses: readonly VariableUse[];
  /** Why BuildKit refuses the word. */
  readonly problem: { readonly kind: ExpansionProblem; readonly offset: number } | undefined;
}

export type Lookup = (name: string) => string | undefined;

const NAME = /[\p{L}_][\p{L}\p{Nd}_]*|\d+|[@*#!?$-]/uy;
const MODIFIER = /^(?::?[-+?]|##?|%%?|\/\/?)/;
const ANY_MODIFIER = /^(?::[^#%]|[-+?]|##?|%%?|\/\/?)/s;
const PLAIN = /^[^"'$\\`]*$/;
const NO_USES: readonly VariableUse[] = [];

/** Expands a word. Never throws; a word that BuildKit refuses gives as much as could be read. */
export function expand(text: string, escapeChar: string, lookup: Lookup): Expansion {
  if (PLAIN.test(text)) return { value: text, uses: NO_USES, problem: undefined };
  const expander = new Expander(text, escapeChar, lookup);
  const value = expander.until("");
  return { value, uses: expander.uses, problem: expander.problem };
}

/** Expands the body of a heredoc, in which quotes mean nothing. */
export function expandBody(text: string, escapeChar: string, lookup: Lookup): Expansion {
  const expander = new Expander(text, escapeChar, lookup, false);
  const value = expander.until("");
  return { value, uses: expander.uses, problem: expander.problem };
}

/** Whether a line can be parted into words as BuildKit does it where it looks for heredocs. */
export function isReadable(line: string): boolean {
  if (!line.includes("${")) return true;
  const expander = new Expander(line, "\\", () => undefined, true, true);
  expander.until("");
  return !expander.problem || expander.problem.kind === "pattern";
}

/** The variables that a word names, without expanding it. */
export function variableUses(text: string, escapeChar: string): readonly VariableUse[] {
  return text.includes("$") ? expand(text, escapeChar, () => undefined).uses : NO_USES;
}

class Expander {
  readonly uses: VariableUse[] = [];
  problem: Expansion["problem"];
  readonly #text: string;
  readonly #escape: string;
  readonly #lookup: Lookup;
  readonly #hasQuotes: boolean;
  /** Any letter may follow a colon: of variables that are not set, BuildKit does not look at it. */
  readonly #takesAnyColon: boolean;
  #at = 0;
  #depth = 0;
  /** What is escaped keeps its escape character in these; a pattern to be replaced ends at a slash. */
  #pattern: "" | "trim" | "pattern" | "replacement" = "";

  constructor(
    text: string,
    escapeChar: string,
    lookup: Lookup,
    hasQuotes = true,
    takesAnyColon = false,
  ) {
    this.#hasQuotes = hasQuotes;
    this.#takesAnyColon = takesAnyColon;
    this.#text = text;
    this.#escape = escapeChar;
    this.#lookup = lookup;
  }

  #fail(kind: ExpansionProblem, offset: number): void {
    this.problem ??= { kind, offset };
  }

  /** Up to an unquoted `stop`, or the end. */
  until(stop: string): string {
    let value = "";
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] ?? "";
      if (char === stop) break;
      value += this.#piece(char);
    }
    return value;
  }

  #piece(char: string): string {
    if (char === "$") return this.#dollar();
    if (this.#hasQuotes && char === "'") return this.#single();
    if (this.#hasQuotes && char === '"') return this.#double();
    this.#at++;
    if (char === "/" && this.#pattern === "pattern") this.#pattern = "replacement";
    if (char !== this.#escape) return char;
    const escaped = this.#text[this.#at++] ?? "";
    if (this.#pattern === "") return escaped;
    if (this.#pattern !== "replacement" && char === "\\" && !/[*?\\}/]/.test(escaped))
      this.#fail("pattern", this.#at - 2);
    return char + escaped;
  }

  #single(): string {
    const start = this.#at + 1;
    const end = this.#text.indexOf("'", start);
    if (end < 0) this.#fail("single-quote", this.#at);
    this.#at = end < 0 ? this.#text.length : end + 1;
    return this.#text.slice(start, end < 0 ? undefined : end);
  }

  #double(): string {
    const start = this.#at++;
    let value = "";
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at] ?? "";
      if (char === '"') {
        this.#at++;
        return value;
      }
      if (char === "$") value += this.#dollar();
      else if (char === this.#escape) value += this.#escaped();
      else {
        this.#at++;
        value += char;
      }
    }
    this.#fail("double-quote", start);
    return value;
  }

  /** In double quotes the escape character is one only before `"`, `$` and itself. */
  #escaped(): string {
    const next = this.#text[this.#at + 1] ?? "";
    this.#at += 2;
    return next === '"' || next === "$" || next === this.#escape ? next : this.#escape + next;
  }

  #name(): string {
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.#text)?.[0] ?? "";
    this.#at += name.length;
    return name;
  }

  #dollar(): string {
    const start = this.#at++;
    if (this.#text[this.#at] === "{") return this.#braces(start);
    const nameStart = this.#at;
    const name = this.#name();
    if (name === "") return "$";
    this.uses.push({ name, start, end: this.#at, nameStart, modifier: "" });
    return this.#lookup(name) ?? "";
  }

  #braces(start: number): string {
    const nameStart = ++this.#at;
    const name = this.#name();
    const modifier = (this.#takesAnyColon ? ANY_MODIFIER : MODIFIER).exec(
      this.#text.slice(this.#at, this.#at + 2),
    )?.[0];
    if (name === "" || (modifier === undefined && this.#text[this.#at] !== "}"))
      return this.#badBraces(name, start);
    const slot = this.uses.length;
    this.uses.push({ name, start, end: start, nameStart, modifier: modifier ?? "" });
    this.#at += modifier?.length ?? 0;
    const operandStart = this.#at;
    const operand = this.#operand(modifier);
    if (modifier?.startsWith("/") && !this.#text.slice(operandStart, this.#at).includes("/"))
      this.#fail("slash", start);
    if (this.#text[this.#at] === "}") this.#at++;
    else this.#fail("brace", start);
    this.uses[slot] = { name, start, end: this.#at, nameStart, modifier: modifier ?? "" };
    return this.#apply(name, modifier ?? "", operand);
  }

  #badBraces(name: string, start: number): string {
    const nameStart = start + 2;
    const atEnd = this.#at >= this.#text.length;
    this.#fail(atEnd ? "brace" : name ? "modifier" : "name", this.#at);
    const close = this.#text.indexOf("}", this.#at);
    this.#at = close < 0 ? this.#text.length : close + 1;
    if (name !== "" && close >= 0)
      this.uses.push({ name, start, end: this.#at, nameStart, modifier: "" });
    return "";
  }

  #operand(modifier: string | undefined): string {
    // Hostile nesting must not exhaust the stack.
    if (modifier === undefined || this.#depth > 100) return "";
    this.#depth++;
    const outer = this.#pattern;
    this.#pattern = modifier.startsWith("/") ? "pattern" : /^[#%]/.test(modifier) ? "trim" : "";
    const operand = this.until("}");
    this.#pattern = outer;
    this.#depth--;
    return operand;
  }

  #apply(name: string, modifier: string, operand: string): string {
    const value = this.#lookup(name);
    const missing = value === undefined || (modifier.startsWith(":") && value === "");
    const kind = modifier.replace(":", "");
    if (kind === "-") return missing ? operand : value;
    if (kind === "+") return missing ? "" : operand;
    if (kind === "" || kind === "?") return value ?? "";
    if (kind.startsWith("/")) return replacePattern(value ?? "", operand, kind === "//");
    return trimPattern(value ?? "", operand, kind);
  }
}

/** A shell pattern as a regular expression. */
function patternSource(pattern: string, greedy: boolean): string {
  const star = greedy ? "[\\s\\S]*" : "[\\s\\S]*?";
  return pattern.replace(/\\?[\s\S]/g, (char) => {
    if (char === "*") return star;
    if (char === "?") return "[\\s\\S]";
    return char.replace(/^\\/, "").replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  });
}

function trimPattern(value: string, pattern: string, kind: string): string {
  const greedy = kind.length === 2;
  const source = patternSource(pattern, greedy);
  if (kind.startsWith("#")) return value.replace(new RegExp(`^${source}`), "");
  // A suffix: the longest one begins earliest.
  for (let step = 0; step <= value.length; step++) {
    const start = greedy ? step : value.length - step;
    if (new RegExp(`^(?:${source})$`).test(value.slice(start))) return value.slice(0, start);
  }
  return value;
}

function replacePattern(value: string, operand: string, all: boolean): string {
  const slash = operand.search(/(?<!\\)\//);
  const pattern = slash < 0 ? operand : operand.slice(0, slash);
  const replacement = slash < 0 ? "" : operand.slice(slash + 1);
  const expression = new RegExp(patternSource(pattern, true), all ? "g" : "");
  let end = -1;
  return value.replace(expression, (match, at: number) => {
    // What is empty right behind a match is no match of its own.
    const isOwn = match !== "" || at !== end;
    end = at + match.length;
    return isOwn ? replacement : "";
  });
}
