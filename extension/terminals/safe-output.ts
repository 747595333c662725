// Makes an engine's output harmless to a terminal: text, colours and (in a screen) cursor movements
// pass; what touches the title, the clipboard, links, or asks the terminal for an answer does not.
// It works on any cut of the stream. ECMA-48 and xterm's control sequences are the norm.

/** `screen` for interactive programs; `lines` for logs and builds, where only colours pass. */
export type OutputMode = "screen" | "lines";

type State = "text" | "escape" | "sequence" | "string" | "stringEscape" | "charset";

/** Final bytes of CSI sequences that make a terminal answer, move its window or print. */
const ASKING = /[cnpqtxi]$/;
/** The soft reset and the shape of the cursor end like questions, and are none. */
const HARMLESS = /^(?:!p|\d* q)$/;
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
  "(": "charset",
  ")": "charset",
};

/** Keypad modes, saved cursor, index, reset: what interactive programs send outside of CSI. */
const PLAIN_ESCAPES = "=>78DEMc";

export class SafeOutput {
  readonly #mode: OutputMode;
  #state: State = "text";
  #sequence = "";

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
      case "charset":
        return this.#end(this.#mode === "screen" ? `\x1b(${char}` : "");
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
    if (char === "\x1b") return "";
    return this.#end(this.#mode === "screen" && PLAIN_ESCAPES.includes(char) ? `\x1b${char}` : "");
  }

  #csi(char: string): string {
    if (char === "\x1b") {
      this.#sequence = "";
      this.#state = "escape";
      return "";
    }
    if (char < " " || char > "~" || this.#sequence.length > LONGEST) return this.#end("");
    this.#sequence += char;
    if (char < "@") return "";
    return this.#end(this.#isHarmless(this.#sequence) ? `\x1b[${this.#sequence}` : "");
  }

  #isHarmless(sequence: string): boolean {
    if (/^[\d;:]*m$/.test(sequence)) return true;
    if (this.#mode === "lines") return false;
    return HARMLESS.test(sequence) || !ASKING.test(sequence);
  }

  /** A string ends with BEL or ST; CAN and SUB break it off. */
  #string(char: string): string {
    if (this.#state === "stringEscape" && char !== "\\") {
      this.#state = "escape";
      return this.#escape(char);
    }
    if (this.#state === "stringEscape" || "\x07\x9c\x18\x1a".includes(char)) return this.#end("");
    this.#state = char === "\x1b" ? "stringEscape" : "string";
    return "";
  }

  #end(out: string): string {
    this.reset();
    return out;
  }
}

/** One whole line made harmless; colours that it leaves on are put out. */
export function safeLine(line: string): string {
  if (!SUSPICIOUS.test(line)) return line;
  const safe = new SafeOutput("lines").push(line);
  return safe.includes("\x1b[") ? `${safe}\x1b[0m` : safe;
}
