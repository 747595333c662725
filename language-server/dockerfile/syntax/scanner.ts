// Cuts a Dockerfile into directives, comments and logical instructions in one linear pass, as
// BuildKit's parser does, and loses nothing: every character keeps its place. It knows the shape
// of lines, continuations and heredocs, but no instruction's meaning.
import { cut, type Span } from "../../text.ts";
import { Cooked } from "./cooked.ts";
import { openers } from "./heredoc.ts";
import type { Comment, Directive, Heredoc, RawInstruction, Scan } from "./scan.ts";
import { isAnyBlank } from "./words.ts";

const NONE: readonly never[] = [];
const DIRECTIVE = /^\s*#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/;
const KNOWN_DIRECTIVES = new Set(["syntax", "escape", "check"]);
const HEREDOC_KEYWORD = /^\s*(?:onbuild[ \t]+)?(?:run|copy|add)\b/i;
const LINE_LIMIT = 65_535;
const HASH = 35;
const FEED = 10;

/** Scans a whole file. Never throws; what is wrong with the text shows in the result. */
export function scan(text: string): Scan {
  const scanner = new Scanner(text);
  scanner.scanUntil(() => false);
  return scanner.result();
}

function isAllBlank(text: string): boolean {
  for (let offset = 0; offset < text.length; offset++)
    if (!isAnyBlank(text.charCodeAt(offset))) return false;
  return true;
}

/** Where to scan on in a text whose beginning is known. */
interface Start {
  readonly offset: number;
  readonly escape: "\\" | "`";
  /** How many comments stand before. */
  readonly keptComments: number;
}

export class Scanner {
  readonly #text: string;
  readonly #keptComments: number;
  /** Texts are cut off from the whole one, which would live as long as any of them. */
  readonly #isPart: boolean;
  readonly #directives: Directive[] = [];
  readonly #comments: Comment[] = [];
  readonly #instructions: RawInstruction[] = [];
  readonly #longLines: Span[] = [];
  #escape: "\\" | "`" = "\\";
  #escapeUnit = 92;
  #headEnd = Number.POSITIVE_INFINITY;
  /** Start of the next line; beyond the text when there is none. */
  #next: number;
  #start = 0;
  #end = 0;

  constructor(text: string, start?: Start) {
    this.#text = text;
    this.#isPart = start !== undefined;
    this.#keptComments = start?.keptComments ?? 0;
    this.#next = start?.offset ?? (text.charCodeAt(0) === 0xfeff ? 1 : 0);
    if (!start) return;
    this.#escape = start.escape;
    this.#escapeUnit = start.escape.charCodeAt(0);
    this.#headEnd = start.offset;
  }

  /** Scans on as long as a new logical line is not the wanted one; gives where that line begins. */
  scanUntil(isWanted: (line: number, content: number) => boolean): number | undefined {
    while (this.#advance()) {
      const content = this.#skipBlanks();
      if (isWanted(this.#start, content)) return this.#start;
      this.#logicalLine(content);
    }
    return undefined;
  }

  /** What has been scanned. */
  result(): Scan {
    return {
      escape: this.#escape,
      directives: this.#directives,
      comments: this.#comments,
      instructions: this.#instructions,
      longLines: this.#longLines,
      headEnd: this.#headEnd,
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
    while (offset < this.#end && isAnyBlank(this.#text.charCodeAt(offset))) offset++;
    return offset;
  }

  #logicalLine(content: number): void {
    if (this.#headEnd === Number.POSITIVE_INFINITY) this.#directive();
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
      this.#headEnd = this.#next;
      return;
    }
    const [, name = "", value = ""] = match;
    const lower = name.toLowerCase();
    if (!KNOWN_DIRECTIVES.has(lower)) {
      this.#headEnd = this.#next;
      return;
    }
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

  #cut(start: number, end: number): string {
    return this.#isPart ? cut(this.#text, start, end) : this.#text.slice(start, end);
  }

  #comment(start: number, inside: boolean): void {
    this.#comments.push({
      start,
      end: this.#end,
      text: this.#cut(start + 1, this.#end).trim(),
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
    const commentsBefore = this.#keptComments + this.#comments.length;
    let cutAt = this.#continuation(start);
    if (cutAt < 0) {
      const cooked = Cooked.one(this.#cut(start, this.#end), start);
      this.#finish(cooked, start, this.#end, NONE, commentsBefore, false);
      return;
    }
    const starts = [start];
    const texts = [this.#cut(start, cutAt)];
    const blankLines: Span[] = [];
    let end = this.#end;
    while (cutAt >= 0 && this.#advance()) {
      const content = this.#skipBlanks();
      if (content === this.#end) {
        blankLines.push({ start: this.#start, end: this.#end });
        continue;
      }
      if (this.#text.charCodeAt(content) === HASH) {
        this.#comment(content, true);
        continue;
      }
      cutAt = this.#continuation(this.#start);
      end = this.#end;
      starts.push(this.#start);
      texts.push(this.#cut(this.#start, cutAt < 0 ? this.#end : cutAt));
    }
    const cooked = Cooked.of(texts, starts);
    if (isAllBlank(cooked.text)) return;
    this.#finish(cooked, start, end, blankLines, commentsBefore, cutAt >= 0);
  }

  #finish(
    cooked: Cooked,
    begin: number,
    end: number,
    blankLines: readonly Span[],
    commentsBefore: number,
    isOpen: boolean,
  ): void {
    const start = cooked.at(0);
    const lastLine = { start: this.#start, end: this.#end };
    const heredocs = cooked.text.includes("<<") ? this.#heredocs(cooked) : NONE;
    const last = heredocs.at(-1);
    const hasEnd = !isOpen && (!last || last.closer) && this.#endsLine();
    this.#instructions.push({
      cooked,
      begin,
      span: { start, end },
      fullSpan: { start, end: last ? (last.closer ?? last.body).end : end },
      heredocs,
      blankLines,
      lastLine,
      commentsBefore,
      after: hasEnd ? this.#next : Number.POSITIVE_INFINITY,
    });
  }

  /** Whether what has been read ends with a line end. */
  #endsLine(): boolean {
    return this.#text.charCodeAt(this.#next - 1) === FEED;
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
