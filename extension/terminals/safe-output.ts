// Makes an engine's output harmless to a terminal: text, colours and (in a screen) cursor movements
// pass; what touches the title, the clipboard, links, or asks the terminal for an answer does not.
// It works on any cut of the stream. ECMA-48 and xterm's control sequences are the norm.

/** `screen` for interactive programs; `lines` for logs and builds, where only colours pass. */
export type OutputMode = "screen" | "lines";

type State = "text" | "escape" | "sequence" | "string" | "stringEscape" | "designation";

/**
 * CSI sequences that pass in a screen: final bytes by what stands before and between the numbers. What
 * is missing makes a terminal answer, moves its window, prints, or is not known.
 */
const HARMLESS: Readonly<Record<string, string>> = {
  "": "@ABCDEFGHIJKLMPSTXZ`abdefghlmrsu",
  "?": "hlJKWrs",
  ">": "mu",
  "<": "u",
  "=": "u",
  " ": "@Aq",
  "!": "p",
  '"': "q",
  "#": "pqPQ{}",
  $: "rtvxz{",
  "'": "}~",
  "*": "x",
};
/** A terminal does what it is told as often as it is told: no screen has so many rows. */
const HUGE = /\d{6}/;
/** No real sequence is longer. */
const LONGEST = 256;

/** Characters that need a look: controls but tab and line feed, and C1. */
const SUSPICIOUS = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/;

const C1: Readonly<Record<string, State>> = {
  "\x9b": "sequence",
  "\x90": "string",
  "\x98": "string",
  "\x9d": "string",
  "\x9e": "string",
  "\x9f": "string",
};

const AFTER_ESCAPE: Readonly<Record<string, State>> = {
  "[": "sequence",
  "]": "string",
  P: "string",
  X: "string",
  "^": "string",
  _: "string",
};

/** Keypad modes, saved cursor, index, tab stop, reset: what interactive programs send outside of CSI. */
const PLAIN_ESCAPES = "=>78DEHMc";
/** Character sets, and the pattern that aligns a screen. */
const DESIGNATION = /^(?:[()*+./-].|#8)$/;

/** Modes that a terminal is in when nobody has said anything: wrapping, and a cursor that is seen. */
const USUALLY_ON = new Set(["7", "25"]);

export class SafeOutput {
  readonly #mode: OutputMode;
  #state: State = "text";
  #sequence = "";
  /** Private modes that are not as usual. */
  readonly #modes = new Set<string>();

  constructor(mode: OutputMode) {
    this.#mode = mode;
  }

  /** The harmless part of the next piece. A sequence that is not complete yet waits. */
  push(text: string): string {
    if (this.#state === "text" && !SUSPICIOUS.test(text)) return text;
    let out = "";
    for (const char of text) out += this.#next(char);
    return out;
  }

  /** What a program that has ended would have sent: back to the usual screen, keys, mouse and colours. */
  ending(): string {
    const modes = [...this.#modes].map(
      (mode) => `\x1b[?${mode}${USUALLY_ON.has(mode) ? "h" : "l"}`,
    );
    this.#modes.clear();
    this.reset();
    return `${modes.join("")}\x1b[!p`;
  }

  /** Forgets a sequence that has begun: the next line does not suffer from this one. */
  reset(): void {
    this.#state = "text";
    this.#sequence = "";
  }

  #next(char: string): string {
    switch (this.#state) {
      case "text":
        return this.#text(char);
      case "escape":
        return this.#escape(char);
      case "sequence":
        return this.#csi(char);
      case "designation":
        return this.#designation(char);
      default:
        return this.#string(char);
    }
  }

  #text(char: string): string {
    if (char === "\x1b") this.#state = "escape";
    else if (C1[char]) this.#state = C1[char];
    else if (!SUSPICIOUS.test(char)) return char;
    else if (this.#mode === "screen" && "\x07\b\r\x0e\x0f".includes(char)) return char;
    return "";
  }

  #escape(char: string): string {
    const next = AFTER_ESCAPE[char];
    if (next) {
      this.#state = next;
      return "";
    }
    if (char < " " || char > "~") return this.#broken(char);
    if (char <= "/") return this.#designation(char);
    return this.#end(this.#mode === "screen" && PLAIN_ESCAPES.includes(char) ? `\x1b${char}` : "");
  }

  #csi(char: string): string {
    if (char < " " || char > "~") return this.#broken(char);
    if (this.#sequence.length <= LONGEST) this.#sequence += char;
    if (char < "@") return "";
    return this.#end(this.#isHarmless(this.#sequence) ? `\x1b[${this.#sequence}` : "");
  }

  #isHarmless(sequence: string): boolean {
    if (sequence.length > LONGEST) return false;
    if (/^[\d;:]*m$/.test(sequence)) return true;
    if (this.#mode === "lines" || HUGE.test(sequence)) return false;
    const [, before, between, end = ""] = /^([<=>?]?)[\d;:]*([ -/]*)(.)$/.exec(sequence) ?? [];
    if (before === undefined || !HARMLESS[`${before}${between}`]?.includes(end)) return false;
    this.#noteModes(sequence);
    return true;
  }

  #noteModes(sequence: string): void {
    const [, modes = "", end] = /^\?([\d;]+)([hl])$/.exec(sequence) ?? [];
    for (const mode of modes.split(";").filter(Boolean))
      if ((end === "h") === USUALLY_ON.has(mode)) this.#modes.delete(mode);
      else this.#modes.add(mode);
  }

  /** An escape, characters from blank to slash, and one more. */
  #designation(char: string): string {
    if (char < " " || char > "~") return this.#broken(char);
    if (this.#sequence.length <= LONGEST) this.#sequence += char;
    this.#state = "designation";
    if (char <= "/") return "";
    const sequence = this.#sequence;
    return this.#end(
      this.#mode === "screen" && DESIGNATION.test(sequence) ? `\x1b${sequence}` : "",
    );
  }

  /** A string ends with BEL or ST; CAN, SUB and what begins something else break it off. */
  #string(char: string): string {
    if (this.#state === "stringEscape" && char !== "\\") {
      this.#state = "escape";
      return this.#escape(char);
    }
    if (this.#state === "stringEscape" || "\x07\x9c\x18\x1a".includes(char)) return this.#end("");
    if (char >= "\x80" && char <= "\x9f") return this.#broken(char);
    this.#state = char === "\x1b" ? "stringEscape" : "string";
    return "";
  }

  /** What belongs to no sequence breaks it off, and stands for itself. */
  #broken(char: string): string {
    this.reset();
    return this.#text(char);
  }

  #end(out: string): string {
    this.reset();
    return out;
  }
}

/**
 * One whole line made harmless; colours that it leaves on are put out. Of a line that was written over
 * and over, as progress is, the last state stays.
 */
export function safeLine(line: string): string {
  if (!SUSPICIOUS.test(line)) return line;
  const [last = ""] = /[^\r]*\r*$/.exec(line) ?? [];
  const safe = new SafeOutput("lines").push(last);
  return safe.includes("\x1b[") ? `${safe}\x1b[0m` : safe;
}
