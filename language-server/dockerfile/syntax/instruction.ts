// One instruction of a Dockerfile. Everything but its place is worked out when first asked for,
// so that a document of 50,000 lines costs only what somebody looks at.
import type { Span } from "../../text.ts";
import type { Cooked } from "./cooked.ts";
import { type ArgumentForm, instructionTable } from "./instructions.ts";
import { type Heredoc, movedRaw, type RawInstruction } from "./scan.ts";
import { spelling } from "./spelling.ts";
import {
  blankWords,
  type Flag,
  type JsonForm,
  jsonForm,
  leadingFlags,
  lineEnd,
  quotedWords,
  skipBlanks,
  type Word,
  word,
  wordEnd,
} from "./words.ts";

/** `key=value` of ENV, LABEL and ARG; `legacy`: `ENV key value`. */
export interface Pair extends Span {
  readonly key: Word;
  /** As it stands, with quotes. `undefined`: `ARG key`, or a word without `=`. */
  readonly value: Word | undefined;
  readonly legacy: boolean;
}

const NONE: readonly never[] = [];
const BRACKET = 91;

export class Instruction {
  /** In upper case, whatever the file says: `RUN`. */
  readonly keyword: string;
  /** As it stands. */
  readonly keywordText: string;
  readonly escape: "\\" | "`";
  /** The ONBUILD that this instruction is the trigger of. */
  readonly onbuild: Instruction | undefined;
  readonly #start: number;
  #raw: RawInstruction;
  /** By how much `#raw` has still to be moved; most are not looked at after an edit above them. */
  #by = 0;
  #index: number;
  #commentsBefore: number;
  #flags: { flags: readonly Flag[]; rest: number } | undefined;
  #json: JsonForm | undefined;
  #words: readonly Word[] | undefined;
  #pairs: readonly Pair[] | undefined;
  #trigger: Instruction | null | undefined;

  constructor(raw: RawInstruction, index: number, escapeChar: "\\" | "`", onbuild?: Instruction) {
    this.#raw = raw;
    this.#index = index;
    this.#commentsBefore = onbuild?.commentsBefore ?? raw.commentsBefore;
    this.escape = escapeChar;
    this.onbuild = onbuild;
    const { text } = raw.cooked;
    this.#start = onbuild ? onbuild.argumentsStart : skipBlanks(text, 0);
    const keywordEnd = Math.min(wordEnd(text, this.#start), lineEnd(text));
    const { text: keyword, upper } = spelling(text.slice(this.#start, keywordEnd));
    this.keywordText = keyword;
    this.keyword = upper;
  }

  /** Takes its place in the next version of the file, whose text above it is another one. */
  move(by: number, index: number, moreComments: number): void {
    this.#index = index;
    this.#commentsBefore += moreComments;
    this.#trigger = undefined;
    if (by === 0) return;
    this.#by += by;
    this.#flags = undefined;
    this.#json = undefined;
    this.#words = undefined;
    this.#pairs = undefined;
  }

  get #placed(): RawInstruction {
    if (this.#by !== 0) {
      this.#raw = movedRaw(this.#raw, this.#by);
      this.#by = 0;
    }
    return this.#raw;
  }

  /** The number of the instruction in the file, from 0; a trigger has its ONBUILD's. */
  get index(): number {
    return this.#index;
  }

  /** The whole logical line from the keyword on. Offsets of words are offsets in it. */
  get cooked(): Cooked {
    return this.#placed.cooked;
  }

  /** The text of the whole logical line. */
  get text(): string {
    return this.#raw.cooked.text;
  }

  /** Where its first line begins; before the keyword if that is a lone continuation character. */
  get begin(): number {
    return this.#raw.begin + this.#by;
  }

  /** From the keyword to the end of its last line, without heredocs. */
  get span(): Span {
    return this.#placed.span;
  }

  /** With its heredocs. */
  get fullSpan(): Span {
    return this.#placed.fullSpan;
  }

  get heredocs(): readonly Heredoc[] {
    return this.#raw.heredocs.length === 0 ? this.#raw.heredocs : this.#placed.heredocs;
  }

  /** Blank lines between its continued lines. */
  get blankLines(): readonly Span[] {
    return this.#raw.blankLines.length === 0 ? this.#raw.blankLines : this.#placed.blankLines;
  }

  /** The last line that was read for it. */
  get lastLine(): Span {
    return this.#placed.lastLine;
  }

  /** Where the line behind it begins; infinite if the file ends in it. */
  get after(): number {
    return this.#raw.after + this.#by;
  }

  /** How many of the file's comments stand before it. */
  get commentsBefore(): number {
    return this.#commentsBefore;
  }

  get keywordSpan(): Span {
    return this.cooked.span(this.#start, this.#start + this.keywordText.length);
  }

  #split(): { flags: readonly Flag[]; rest: number } {
    this.#flags ??= this.#readFlags();
    return this.#flags;
  }

  #readFlags() {
    const { text } = this;
    const start = skipBlanks(text, this.#start + this.keywordText.length);
    // Most have none, and then no place is asked for.
    return text.startsWith("--", start)
      ? leadingFlags(this.cooked, start)
      : { flags: NONE, rest: start };
  }

  get flags(): readonly Flag[] {
    return this.#split().flags;
  }

  /** The last flag of a name. */
  flag(name: string): Flag | undefined {
    // Most have none of the name, which is soon found out.
    if (!this.text.includes(`--${name}`)) return undefined;
    return this.flags.findLast((flag) => flag.name === name);
  }

  /** The cooked offset of what stands behind the keyword and the flags. */
  get argumentsStart(): number {
    return this.#split().rest;
  }

  /** What stands behind the keyword and the flags, without blanks at the ends. */
  get argumentText(): string {
    return this.text.slice(this.argumentsStart).trimEnd();
  }

  get argumentSpan(): Span {
    const start = this.argumentsStart;
    return this.cooked.span(start, start + this.argumentText.length);
  }

  /** How BuildKit reads the arguments of this keyword. */
  get form(): ArgumentForm {
    return instructionTable[this.keyword]?.form ?? "string";
  }

  /** Whether the arguments are, or failed to be, a JSON array; `none` where no JSON form exists. */
  get jsonForm(): JsonForm {
    this.#json ??= this.#readJson();
    return this.#json;
  }

  #readJson(): JsonForm {
    const start = this.commandStart;
    const isArray = this.text.charCodeAt(start) === BRACKET;
    return isArray && this.#takesJson() ? jsonForm(this.cooked, start) : { kind: "none" };
  }

  #takesJson(): boolean {
    const { form } = this;
    return form === "json-or-string" || form === "json-or-list" || form === "healthcheck";
  }

  /** The words of the JSON form. */
  get json(): readonly Word[] | undefined {
    const form = this.jsonForm;
    return form.kind === "strings" ? form.words : undefined;
  }

  /** Where the command begins: behind the type for HEALTHCHECK, else where the arguments do. */
  get commandStart(): number {
    const start = this.argumentsStart;
    if (this.keyword !== "HEALTHCHECK") return start;
    return skipBlanks(this.text, wordEnd(this.text, start));
  }

  /**
   * The arguments as words: those of the JSON form, else words at blanks, with quotes respected
   * in ENV, LABEL and ARG; one word for instructions that take the rest of the line as it is.
   */
  get words(): readonly Word[] {
    this.#words ??= this.#readWords();
    return this.#words;
  }

  #readWords(): readonly Word[] {
    const { cooked, form } = this;
    const start = this.argumentsStart;
    if (form === "pairs") return quotedWords(cooked, start, this.escape);
    if (form === "list") return blankWords(cooked, start);
    if (this.keyword !== "HEALTHCHECK" && this.json) return this.json;
    if (form === "json-or-list") return blankWords(cooked, start);
    const text = this.argumentText;
    return text === "" ? [] : [word(cooked, start, start + text.length)];
  }

  /** The keys and values of ENV, LABEL and ARG. */
  get pairs(): readonly Pair[] {
    this.#pairs ??= this.#readPairs();
    return this.#pairs;
  }

  #readPairs(): readonly Pair[] {
    if (this.form !== "pairs") return [];
    const { words, cooked } = this;
    const first = words[0];
    if (!first) return [];
    if (this.keyword !== "ARG" && !first.text.includes("=")) return [this.#legacyPair()];
    return words.map((whole) => {
      const equals = whole.text.indexOf("=");
      const keyEnd = equals < 0 ? whole.offset + whole.text.length : whole.offset + equals;
      return {
        start: whole.start,
        end: whole.end,
        key: word(cooked, whole.offset, keyEnd),
        value: equals < 0 ? undefined : word(cooked, keyEnd + 1, whole.offset + whole.text.length),
        legacy: false,
      };
    });
  }

  #legacyPair(): Pair {
    const { cooked } = this;
    const start = this.argumentsStart;
    const keyEnd = wordEnd(cooked.text, start);
    const valueStart = skipBlanks(cooked.text, keyEnd);
    const end = start + this.argumentText.length;
    return {
      ...cooked.span(start, end),
      key: word(cooked, start, keyEnd),
      value: valueStart < end ? word(cooked, valueStart, end) : undefined,
      legacy: true,
    };
  }

  /** The instruction inside ONBUILD. */
  get trigger(): Instruction | undefined {
    if (this.keyword !== "ONBUILD" || this.onbuild) return undefined;
    if (this.#trigger === undefined)
      this.#trigger =
        this.argumentText === ""
          ? null
          : new Instruction(this.#placed, this.index, this.escape, this);
    return this.#trigger ?? undefined;
  }
}
