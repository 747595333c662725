// A line as it is typed where no terminal on the other side edits and echoes it. Pure.

/** What comes of some keys. */
export interface Typed {
  /** What the person sees of it. */
  readonly echo: string;
  /** What the program gets. */
  readonly text: string;
  /** Ctrl+D on an empty line, or Ctrl+C. */
  readonly end?: "input" | "interrupt";
}

/** Characters that take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u;
const PRINTED = /[^\p{Cc}]|\t/u;

export class TypedLine {
  #line: string[] = [];
  readonly #keys: Readonly<Record<string, () => Typed>> = {
    "\x03": () => {
      this.#line = [];
      return { echo: "^C\r\n", text: "", end: "interrupt" };
    },
    "\x04": () =>
      this.#line.length > 0
        ? { echo: "", text: this.#flush() }
        : { echo: "", text: "", end: "input" },
    "\n": () => ({ echo: "\r\n", text: `${this.#flush()}\n` }),
    "\b": () => ({ echo: this.#rubOut(1), text: "" }),
    "\x7f": () => ({ echo: this.#rubOut(1), text: "" }),
    "\x15": () => ({ echo: this.#rubOut(this.#line.length), text: "" }),
  };

  /** Takes keys, or a text that is pasted; what stands behind an end is dropped. */
  take(data: string): Typed {
    let echo = "";
    let text = "";
    // Arrows and the like move nothing here.
    for (const char of data.startsWith("\x1b") ? "" : data.replace(/\r\n?/g, "\n")) {
      const typed = this.#keys[char]?.() ?? this.#print(char);
      echo += typed.echo;
      text += typed.text;
      if (typed.end) return { echo, text, end: typed.end };
    }
    return { echo, text };
  }

  #print(char: string): Typed {
    const echo = PRINTED.test(char) ? char : "";
    if (echo) this.#line.push(echo);
    return { echo, text: "" };
  }

  #flush(): string {
    return this.#line.splice(0).join("");
  }

  #rubOut(count: number): string {
    const gone = this.#line.splice(Math.max(0, this.#line.length - count));
    return gone.map((char) => "\b \b".repeat(WIDE.test(char) ? 2 : 1)).join("");
  }
}
