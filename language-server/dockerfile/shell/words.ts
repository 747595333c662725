// Reads one word of shell text: quotes, escapes and expansions. It knows nothing of commands;
// what stands in `$(…)` is handed to whoever can read a list.
import { endsWord, isPlain } from "./characters.ts";
import type { Expansion, Word } from "./syntax.ts";

const variableName = /[A-Za-z_]\w*|[0-9@*#?$!-]/y;

/**
 * Reads the list that begins behind `$(` and gives the offset of its `)`, or the text's end.
 * The list of backticks ends where it is told to.
 */
export type ReadList = (start: number, end?: number) => number;

/** The reader of words; one per script. */
export class WordReader {
  readonly #text: string;
  readonly #readList: ReadList;
  #at = 0;
  #out = "";
  #quoted = false;
  #expansions: Expansion[] = [];
  /** The first quote or bracket that is never closed. */
  unclosed: number | undefined;

  constructor(text: string, readList: ReadList) {
    this.#text = text;
    this.#readList = readList;
  }

  /** The word that begins at an offset; empty if a delimiter stands there. */
  read(start: number): Word {
    const end = this.#plainEnd(start);
    const match = this.#text.slice(start, end);
    if (endsWord(this.#text.charCodeAt(end)))
      return { start, end, text: match, quoted: false, expansions: none };
    return this.#readMixed(start, match);
  }

  #readMixed(start: number, begun: string): Word {
    const outer = { at: this.#at, out: this.#out, quoted: this.#quoted, list: this.#expansions };
    this.#at = start + begun.length;
    this.#out = begun;
    this.#quoted = false;
    this.#expansions = [];
    while (!endsWord(this.#text.charCodeAt(this.#at))) this.#piece();
    const expansions = this.#expansions.length > 0 ? this.#expansions : none;
    const word = { start, end: this.#at, text: this.#out, quoted: this.#quoted, expansions };
    this.#at = outer.at;
    this.#out = outer.out;
    this.#quoted = outer.quoted;
    this.#expansions = outer.list;
    return word;
  }

  #piece(): void {
    switch (this.#text.charAt(this.#at)) {
      case "'":
        this.#single(this.#at + 1);
        return;
      case '"':
        this.#double();
        return;
      case "\\":
        this.#escape();
        return;
      case "$":
        this.#dollar(false);
        return;
      case "`":
        this.#backticks(false);
        return;
      default:
        this.#plain();
    }
  }

  #plain(): void {
    const end = this.#plainEnd(this.#at);
    this.#out += this.#text.slice(this.#at, end);
    this.#at = end;
  }

  #plainEnd(start: number): number {
    let end = start;
    while (isPlain(this.#text.charCodeAt(end))) end++;
    return end;
  }

  #single(start: number): void {
    this.#quoted = true;
    const close = this.#text.indexOf("'", start);
    this.#open(close, start - 1);
    const end = close < 0 ? this.#text.length : close;
    this.#out += this.#text.slice(start, end);
    this.#at = end + 1;
    this.#clamp();
  }

  #escape(): void {
    const next = this.#text.charAt(this.#at + 1);
    if (next !== "\n") {
      this.#out += next;
      this.#quoted = true;
    }
    this.#at += 2;
    this.#clamp();
  }

  #double(): void {
    const start = this.#at++;
    this.#quoted = true;
    for (;;) {
      const unit = this.#text.charAt(this.#at);
      if (unit === "") {
        this.#open(-1, start);
        return;
      }
      if (unit === '"') {
        this.#at++;
        return;
      }
      this.#inDouble(unit);
    }
  }

  #inDouble(unit: string): void {
    if (unit === "$") this.#dollar(true);
    else if (unit === "`") this.#backticks(true);
    else if (unit === "\\") this.#escapeInDouble();
    else {
      this.#out += unit;
      this.#at++;
    }
  }

  #escapeInDouble(): void {
    const next = this.#text.charAt(this.#at + 1);
    if (next === "\n") this.#at += 2;
    else if (next !== "" && '"\\$`'.includes(next)) {
      this.#out += next;
      this.#at += 2;
    } else {
      this.#out += "\\";
      this.#at++;
    }
  }

  #dollar(quoted: boolean): void {
    const start = this.#at;
    const next = this.#text.charAt(start + 1);
    if (next === "(") this.#parenthesis(start, quoted);
    else if (next === "{") this.#braces(start, quoted);
    else if (next === "'" && !quoted) this.#ansi();
    else if (next === '"' && !quoted) this.#at++;
    else this.#bare(start, quoted);
  }

  /** `$'…'`, in which a backslash escapes the quote. */
  #ansi(): void {
    const start = this.#at;
    let end = start + 2;
    while (end < this.#text.length && this.#text[end] !== "'")
      end += this.#text[end] === "\\" ? 2 : 1;
    this.#quoted = true;
    this.#out += this.#text.slice(start + 2, end);
    this.#at = end + 1;
    this.#clamp();
  }

  #bare(start: number, quoted: boolean): void {
    variableName.lastIndex = start + 1;
    const name = variableName.exec(this.#text)?.[0];
    if (name === undefined) {
      this.#out += "$";
      this.#at = start + 1;
    } else this.#expansion({ start, end: start + 1 + name.length, kind: "variable", quoted, name });
  }

  #parenthesis(start: number, quoted: boolean): void {
    if (this.#text.startsWith("$((", start)) {
      const close = this.#text.indexOf("))", start);
      if (close > 0) {
        this.#expansion({ start, end: close + 2, kind: "arithmetic", quoted, name: "" });
        return;
      }
    }
    const close = this.#readList(start + 2);
    if (close >= this.#text.length) this.#open(-1, start);
    const end = Math.min(close + 1, this.#text.length);
    this.#expansion({ start, end, kind: "command", quoted, name: "" });
  }

  #braces(start: number, quoted: boolean): void {
    let depth = 0;
    let end = start + 1;
    for (; end < this.#text.length; end++) {
      const unit = this.#text[end];
      if (unit === "{") depth++;
      else if (unit === "\\") end++;
      else if (unit === "}" && --depth === 0) break;
    }
    if (end >= this.#text.length) this.#open(-1, start);
    end = Math.min(end + 1, this.#text.length);
    const name = /^\$\{[#!]?([A-Za-z_]\w*|[0-9]+|[@*#?$!-])/.exec(this.#text.slice(start, end));
    this.#expansion({ start, end, kind: "variable", quoted, name: name?.[1] ?? "" });
  }

  #backticks(quoted: boolean): void {
    const start = this.#at;
    let close = start + 1;
    while (close < this.#text.length && this.#text[close] !== "`")
      close += this.#text[close] === "\\" ? 2 : 1;
    if (close >= this.#text.length) this.#open(-1, start);
    this.#readList(start + 1, Math.min(close, this.#text.length));
    const end = Math.min(close + 1, this.#text.length);
    this.#expansion({ start, end, kind: "backticks", quoted, name: "" });
  }

  #expansion(expansion: Expansion): void {
    this.#expansions.push(expansion);
    this.#out += this.#text.slice(expansion.start, expansion.end);
    this.#at = expansion.end;
  }

  #open(close: number, start: number): void {
    if (close < 0) this.unclosed ??= start;
  }

  #clamp(): void {
    if (this.#at > this.#text.length) this.#at = this.#text.length;
  }
}

const none: readonly Expansion[] = [];
