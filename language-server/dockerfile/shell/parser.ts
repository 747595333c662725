// A tolerant reader of POSIX shell and bash: any text gives commands. It finds what is run with
// which words, and how that is joined; it does not judge syntax beyond what it needs for that.
import type { Span } from "../../text.ts";
import { closingParenthesis, type Heredoc, heredocEnd } from "./brackets.ts";
import { addWord, type Building, begin, finish } from "./building.ts";
import { mayBeginJoint, mayBeginRedirection } from "./characters.ts";
import type { Command, Joint, Script, Word } from "./syntax.ts";
import { WordReader } from "./words.ts";

const redirectionSign = /(?:[0-9]+|\{\w+\})?(?:<<<|<<-?|<>|[<>]&|>>|>\||[<>])|&>>?/y;
const jointSign = /&&|\|\||;;&?|;&|\|&|[;|&\n]/y;
const assignment = /^[A-Za-z_]\w*(?:\[[^\]]*\])?\+?=/;

const openers = new Set(["if", "while", "until", "{"]);
const closers = new Set(["fi", "done", "esac", "}"]);
const conditions = new Set(["if", "elif", "while", "until"]);
const bodies = new Set(["then", "do", "else"]);
const deepest = 40;

/** What a reader and those of its substitutions write into. */
interface Found {
  readonly commands: Command[];
  readonly pipes: Span[];
  readonly loose: Word[];
  readonly names: string[];
}

/** Reads a script. Linear; never throws. */
export function parseShell(text: string): Script {
  const found: Found = { commands: [], pipes: [], loose: [], names: [] };
  const open = new ShellReader(text, 0, 0, found).readAll();
  return {
    text,
    ...found,
    broken: open === undefined ? undefined : { start: open, end: open + 1 },
  };
}

class ShellReader {
  readonly #text: string;
  readonly #words: WordReader;
  readonly #found: Found;
  readonly #cases: number[] = [];
  #heredocs: Heredoc[] = [];
  #at: number;
  #depth: number;
  readonly #substituted: boolean;
  #inCondition = false;
  #balance = 0;

  constructor(text: string, start: number, depth: number, found: Found) {
    this.#text = text;
    this.#at = start;
    this.#depth = depth;
    this.#substituted = depth > 0;
    this.#found = found;
    this.#words = new WordReader(text, (from, end) => this.#substitution(from, end));
  }

  /** Reads to the end and gives the offset of the first sign that has no place in a script. */
  readAll(): number | undefined {
    let stray: number | undefined;
    this.#list();
    while (this.#at < this.#text.length) {
      stray ??= this.#at;
      this.#at++;
      this.#list();
    }
    if (this.#balance !== 0) stray ??= Math.max(0, this.#text.length - 1);
    return this.#words.unclosed ?? stray;
  }

  /** A list inside of `$(…)`, or of backticks whose end is known; gives where it ends. */
  #substitution(start: number, end: number | undefined): number {
    const text = end === undefined ? this.#text : this.#text.slice(0, end);
    if (this.#depth > deepest) {
      const close = text.indexOf(")", start);
      return close < 0 ? text.length : close;
    }
    const reader = new ShellReader(text, start, this.#depth + 1, this.#found);
    reader.#list();
    return reader.#at;
  }

  /** Commands up to a `)` that closes what the caller opened, or to the end. */
  #list(): void {
    let building = this.#begin("");
    for (;;) {
      this.#skip();
      const unit = this.#text.charAt(this.#at);
      if (unit === "" || unit === ")") break;
      const joint = this.#joint();
      if (joint === undefined) this.#element(building);
      else {
        this.#finish(building, joint);
        building = this.#begin(joint);
      }
    }
    this.#finish(building, "");
  }

  #begin(before: Joint): Building {
    return begin(before, this.#inCondition);
  }

  #finish(building: Building, after: Joint): void {
    if (building.start >= 0)
      this.#found.commands.push(finish(building, after, this.#depth, this.#substituted));
  }

  #skip(): void {
    this.#skipBlanks();
    if (this.#text.charCodeAt(this.#at) !== 35) return;
    const end = this.#text.indexOf("\n", this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #skipBlanks(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 32 || code === 9 || code === 13) this.#at++;
      else if (code === 92 && this.#text.charCodeAt(this.#at + 1) === 10) this.#at += 2;
      else if (code === 92 && this.#text.startsWith("\r\n", this.#at + 1)) this.#at += 3;
      else return;
    }
  }

  #joint(): Joint | undefined {
    if (!mayBeginJoint(this.#text.charCodeAt(this.#at))) return undefined;
    if (this.#text.startsWith("&>", this.#at)) return undefined;
    jointSign.lastIndex = this.#at;
    const sign = jointSign.exec(this.#text)?.[0];
    if (sign === undefined) return undefined;
    const start = this.#at;
    this.#at += sign.length;
    if (sign === "|" || sign === "|&") {
      this.#found.pipes.push({ start, end: this.#at });
      return "|";
    }
    if (sign === "\n") this.#skipHeredocs();
    if (sign.startsWith(";;") || sign === ";&") this.#pattern();
    return sign === "&&" || sign === "||" || sign === "&" ? sign : ";";
  }

  #element(building: Building): void {
    const unit = this.#text.charAt(this.#at);
    if (unit === "(") this.#parenthesis(building);
    else if (!this.#redirection(building)) this.#word(building);
  }

  #parenthesis(building: Building): void {
    if (building.words.length + building.assignments.length > 0) {
      this.#at = closingParenthesis(this.#text, this.#at) + 1;
      if (building.words.length > 0 && this.#text[this.#at - 2] === "(") this.#forget(building);
      building.end = this.#at;
    } else if (this.#text.startsWith("((", this.#at) && this.#text.includes("))", this.#at))
      this.#at = this.#text.indexOf("))", this.#at) + 2;
    else if (this.#depth > deepest) this.#at = closingParenthesis(this.#text, this.#at) + 1;
    else {
      this.#at++;
      this.#depth++;
      this.#list();
      this.#depth--;
      if (this.#at >= this.#text.length) this.#balance++;
      this.#at++;
    }
  }

  /** `name()`: what was read is no command. */
  #forget(building: Building): void {
    building.words.length = 0;
    building.start = -1;
  }

  #redirection(building: Building): boolean {
    if (!mayBeginRedirection(this.#text.charCodeAt(this.#at))) return false;
    redirectionSign.lastIndex = this.#at;
    const sign = redirectionSign.exec(this.#text)?.[0];
    if (sign === undefined) return false;
    const start = this.#at;
    this.#at += sign.length;
    if (this.#text[this.#at] === "(") {
      this.#at = Math.min(this.#text.length, this.#substitution(this.#at + 1, undefined) + 1);
      const substitution = { start, end: this.#at, text: this.#text.slice(start, this.#at) };
      addWord(building, { ...substitution, quoted: true, expansions: [] });
      return true;
    }
    this.#skipBlanks();
    const word = this.#words.read(this.#at);
    this.#at = word.end;
    const operator = sign.replace(/^[0-9]+|^\{\w+\}/, "");
    if (operator === "<<" || operator === "<<-")
      this.#heredocs.push({ delimiter: word.text, tabs: operator === "<<-" });
    if (building.start < 0) building.start = start;
    building.end = this.#at;
    const target = word.end > word.start ? word : undefined;
    building.redirections.push({ start, end: this.#at, operator, target });
    return true;
  }

  #skipHeredocs(): void {
    for (const heredoc of this.#heredocs) this.#at = heredocEnd(this.#text, this.#at, heredoc);
    this.#heredocs = [];
  }

  #word(building: Building): void {
    const word = this.#words.read(this.#at);
    if (word.end === word.start) {
      this.#at++;
      return;
    }
    this.#at = word.end;
    if (building.words.length > 0) addWord(building, word);
    else if (word.text.includes("=") && assignment.test(word.text)) {
      if (building.start < 0) building.start = word.start;
      building.end = word.end;
      building.assignments.push(word);
    } else if (word.quoted || !this.#keyword(word.text, building)) addWord(building, word);
  }

  #keyword(text: string, building: Building): boolean {
    if (text === "[[") return this.#test(building);
    if (text === "!") building.condition = true;
    else if (text === "for" || text === "select") this.#for();
    else if (text === "case") this.#case();
    else if (text === "function") this.#at = this.#words.read(this.#afterBlank()).end;
    else if (openers.has(text)) this.#open(1);
    else if (closers.has(text)) this.#open(-1);
    else if (!bodies.has(text) && text !== "elif" && text !== "time") return false;
    if (conditions.has(text)) this.#inCondition = true;
    else if (bodies.has(text)) this.#inCondition = false;
    building.condition ||= this.#inCondition;
    return true;
  }

  #open(change: 1 | -1): void {
    this.#depth += change;
    this.#balance += change;
    if (change < 0 && this.#cases.at(-1) === this.#depth) this.#cases.pop();
  }

  /** `[[ … ]]`, in which `&&`, `<` and `(` are words, read for the commands substituted in them. */
  #test(building: Building): boolean {
    let close = this.#text.indexOf("]]", this.#at);
    if (close < 0) return false;
    const start = this.#at - 2;
    addWord(building, { start, end: this.#at, text: "[[", quoted: true, expansions: [] });
    while (this.#at < close) this.#at = Math.max(this.#words.read(this.#at).end, this.#at + 1);
    if (this.#at > close + 2) close = this.#text.indexOf("]]", this.#at);
    this.#at = close < 0 ? this.#text.length : close + 2;
    building.end = this.#at;
    return true;
  }

  #afterBlank(): number {
    this.#skip();
    return this.#at;
  }

  #for(): void {
    this.#open(1);
    if (this.#text.startsWith("((", this.#afterBlank())) {
      this.#at = closingParenthesis(this.#text, this.#at) + 1;
      return;
    }
    const name = this.#words.read(this.#at);
    this.#at = name.end;
    this.#found.names.push(name.text);
    const word = this.#words.read(this.#afterBlank());
    if (word.text !== "in") return;
    this.#at = word.end;
    for (;;) {
      const item = this.#words.read(this.#afterBlank());
      if (item.end === item.start) return;
      this.#found.loose.push(item);
      this.#at = item.end;
    }
  }

  #case(): void {
    this.#cases.push(this.#depth);
    this.#open(1);
    const word = this.#words.read(this.#afterBlank());
    this.#at = word.end;
    const keyword = this.#words.read(this.#afterBlank());
    if (keyword.text !== "in") return;
    this.#at = keyword.end;
    this.#pattern();
  }

  /** The patterns of a `case` up to their `)`, or nothing before `esac`. */
  #pattern(): void {
    if (this.#cases.length === 0) return;
    while (/[\s\\]/.test(this.#text.charAt(this.#afterBlank()))) this.#at++;
    if (/^esac\b/.test(this.#text.slice(this.#at, this.#at + 5))) return;
    const close = this.#text.indexOf(")", this.#at);
    if (close >= 0) this.#at = close + 1;
  }
}
