// Cuts a Dockerfile into directives, comments and logical instructions in one linear pass, as
// BuildKit's parser does, and loses nothing: every character keeps its place. It knows the shape
// of lines, continuations and heredocs, but no instruction's meaning.
import type { Span } from "../../text.ts";
import { Cooked } from "./cooked.ts";
import { openers } from "./heredoc.ts";

/** `# name=value` at the head of the file. */
export interface Directive extends Span {
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

/** A line that holds nothing but a comment; `inside` one that stands in a continued instruction. */
export interface Comment extends Span {
  /** Behind the `#`, trimmed. */
  readonly text: string;
  readonly inside: boolean;
}

/** `<<EOF … EOF`. */
export interface Heredoc {
  /** `<<-"EOF"` where it is opened. */
  readonly opener: Span;
  readonly delimiter: string;
  /** The delimiter where it is opened, without quotes. */
  readonly delimiterSpan: Span;
  /** Variables in the body are expanded: the delimiter has no quotes. */
  readonly expands: boolean;
  /** `<<-`: leading tabs are dropped. */
  readonly chomps: boolean;
  /** The lines of the body with the last line's end. */
  readonly body: Span;
  /** The closing delimiter; `undefined`: the file ends before it. */
  readonly closer: Span | undefined;
}

/** An instruction as it stands in the file: its logical line, joined, and its heredocs. */
export interface RawInstruction {
  readonly cooked: Cooked;
  /** Where its first line begins; before the keyword if that is a lone continuation character. */
  readonly begin: number;
  /** From the keyword to the end of the last line of the instruction itself. */
  readonly span: Span;
  /** With its heredocs. */
  readonly fullSpan: Span;
  readonly heredocs: readonly Heredoc[];
  /** Blank lines between its continued lines. */
  readonly blankLines: readonly Span[];
  /** The last line that was read for it; a blank one or a comment if the file ends there. */
  readonly lastLine: Span;
  /** How many comments stand before it: `comments.slice(0, commentsBefore)`. */
  readonly commentsBefore: number;
}

export interface Scan {
  readonly escape: "\\" | "`";
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly RawInstruction[];
  /** Lines above BuildKit's limit of 65,535 bytes. */
  readonly longLines: readonly Span[];
}

const NONE: readonly never[] = [];
const BLANK = /^[ \t\v\f\r\u0085\u00a0]*$/;
const DIRECTIVE = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const KNOWN_DIRECTIVES = new Set(["syntax", "escape", "check"]);
const HEREDOC_KEYWORD = /^(?:onbuild[ \t]+)?(?:run|copy|add)\b/i;
const LINE_LIMIT = 65_535;
const HASH = 35;

/** Scans a whole file. Never throws; what is wrong with the text shows in the result. */
export function scan(text: string): Scan {
  return new Scanner(text).scan();
}

function isBlankUnit(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0x85 || unit === 0xa0;
}

class Scanner {
  readonly #text: string;
  readonly #directives: Directive[] = [];
  readonly #comments: Comment[] = [];
  readonly #instructions: RawInstruction[] = [];
  readonly #longLines: Span[] = [];
  #escape: "\\" | "`" = "\\";
  #escapeUnit = 92;
  #directivesDone = false;
  /** Start of the next line; beyond the text when there is none. */
  #next: number;
  #start = 0;
  #end = 0;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  scan(): Scan {
    while (this.#advance()) this.#logicalLine();
    return {
      escape: this.#escape,
      directives: this.#directives,
      comments: this.#comments,
      instructions: this.#instructions,
      longLines: this.#longLines,
    };
  }

  /** Moves to the next physical line; `#start` and `#end` are its content without the line end. */
  #advance(): boolean {
    const start = this.#next;
    if (start >= this.#text.length) return false;
    const feed = this.#text.indexOf("\n", start);
    let end = feed < 0 ? this.#text.length : feed;
    this.#next = feed < 0 ? this.#text.length : feed + 1;
    if (feed > start && this.#text.charCodeAt(feed - 1) === 13) end--;
    this.#start = start;
    this.#end = end;
    if (end - start > LINE_LIMIT / 3) this.#measure();
    return true;
  }

  /** The limit counts bytes of UTF-8, so only long lines are counted one by one. */
  #measure(): void {
    let bytes = 0;
    for (let offset = this.#start; offset < this.#end; offset++) {
      const unit = this.#text.charCodeAt(offset);
      bytes += unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3;
    }
    if (bytes > LINE_LIMIT) this.#longLines.push({ start: this.#start, end: this.#end });
  }

  #skipBlanks(): number {
    let offset = this.#start;
    while (offset < this.#end && isBlankUnit(this.#text.charCodeAt(offset))) offset++;
    return offset;
  }

  #logicalLine(): void {
    const content = this.#skipBlanks();
    if (!this.#directivesDone) this.#directive();
    if (content === this.#end) return;
    if (this.#text.charCodeAt(content) === HASH) {
      this.#comment(content, false);
      return;
    }
    this.#instruction(content);
  }

  #directive(): void {
    const line = this.#text.slice(this.#start, this.#end);
    const match = DIRECTIVE.exec(line);
    if (!match) {
      this.#directivesDone = true;
      return;
    }
    const [, name = "", value = ""] = match;
    const lower = name.toLowerCase();
    if (!KNOWN_DIRECTIVES.has(lower)) return;
    const nameStart = this.#start + line.indexOf(name);
    const valueStart =
      this.#start + line.indexOf(value, line.indexOf("=", nameStart - this.#start) + 1);
    this.#directives.push({
      start: this.#start,
      end: this.#end,
      name: lower,
      nameSpan: { start: nameStart, end: nameStart + name.length },
      value,
      valueSpan: { start: valueStart, end: valueStart + value.length },
    });
    if (lower === "escape" && (value === "`" || value === "\\")) {
      this.#escape = value;
      this.#escapeUnit = value.charCodeAt(0);
    }
  }

  #comment(start: number, inside: boolean): void {
    this.#comments.push({
      start,
      end: this.#end,
      text: this.#text.slice(start + 1, this.#end).trim(),
      inside,
    });
  }

  /** Where the continuation character of the current line stands; -1: the line ends here. */
  #continuation(from: number): number {
    let offset = this.#end - 1;
    for (; offset >= from; offset--) {
      const unit = this.#text.charCodeAt(offset);
      if (unit !== 32 && unit !== 9) break;
    }
    if (offset < from || this.#text.charCodeAt(offset) !== this.#escapeUnit) return -1;
    if (offset === from) return offset;
    // Two of them are an escaped one: no continuation.
    return this.#text.charCodeAt(offset - 1) === this.#escapeUnit ? -1 : offset;
  }

  #instruction(start: number): void {
    const commentsBefore = this.#comments.length;
    let cut = this.#continuation(start);
    if (cut < 0) {
      const cooked = Cooked.one(this.#text, start, this.#end);
      this.#finish(cooked, start, this.#end, NONE, commentsBefore);
      return;
    }
    const pieces = [start, cut];
    const blankLines: Span[] = [];
    let end = this.#end;
    while (cut >= 0 && this.#advance()) {
      const content = this.#skipBlanks();
      if (content === this.#end) {
        blankLines.push({ start: this.#start, end: this.#end });
        continue;
      }
      if (this.#text.charCodeAt(content) === HASH) {
        this.#comment(content, true);
        continue;
      }
      cut = this.#continuation(this.#start);
      end = this.#end;
      pieces.push(this.#start, cut < 0 ? this.#end : cut);
    }
    const cooked = Cooked.of(this.#text, pieces);
    if (BLANK.test(cooked.text)) return;
    this.#finish(cooked, start, end, blankLines, commentsBefore);
  }

  #finish(
    cooked: Cooked,
    begin: number,
    end: number,
    blankLines: readonly Span[],
    commentsBefore: number,
  ): void {
    const start = cooked.at(0);
    const lastLine = { start: this.#start, end: this.#end };
    const heredocs = cooked.text.includes("<<") ? this.#heredocs(cooked) : NONE;
    const last = heredocs.at(-1);
    this.#instructions.push({
      cooked,
      begin,
      span: { start, end },
      fullSpan: { start, end: last ? (last.closer ?? last.body).end : end },
      heredocs,
      blankLines,
      lastLine,
      commentsBefore,
    });
  }

  #heredocs(cooked: Cooked): readonly Heredoc[] {
    if (!HEREDOC_KEYWORD.test(cooked.text)) return NONE;
    const heredocs: Heredoc[] = [];
    for (const { delimiter, delimiterStart, start, end, expands, chomps } of openers(cooked.text))
      heredocs.push({
        opener: cooked.span(start, end),
        delimiter,
        delimiterSpan: cooked.span(delimiterStart, delimiterStart + delimiter.length),
        expands,
        chomps,
        ...this.#body(delimiter, chomps),
      });
    return heredocs;
  }

  #body(delimiter: string, chomps: boolean): Pick<Heredoc, "body" | "closer"> {
    const start = this.#next;
    while (this.#advance()) {
      let from = this.#start;
      if (chomps) while (this.#text.charCodeAt(from) === 9) from++;
      if (this.#end - from === delimiter.length && this.#text.startsWith(delimiter, from))
        return { body: { start, end: this.#start }, closer: { start: from, end: this.#end } };
    }
    return { body: { start, end: this.#text.length }, closer: undefined };
  }
}
