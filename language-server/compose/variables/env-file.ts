// Reads env files (`.env`, `env_file`) as Compose does: quotes, `export`, comments, and values
// that use earlier ones. Pure text.
import { t } from "../../l10n.ts";
import type { Span } from "../../text.ts";
import { parseTemplate, substitute } from "./interpolation.ts";

export interface EnvVariable {
  readonly name: string;
  readonly nameSpan: Span;
  /** Missing: taken from the environment of the process. */
  readonly value?: string;
}

export interface EnvFile {
  readonly variables: ReadonlyMap<string, EnvVariable>;
  /** Why Compose refuses the file. */
  readonly error?: EnvFault;
}

export interface EnvFault extends Span {
  readonly message: string;
  readonly line: number;
  /** It only wants a value for a variable, which the shell may have. */
  readonly wantsValue?: true;
}

type Lookup = (name: string) => string | undefined;

/** What stands in front of a value: the name to its `=`, or alone on its line. */
const head = /((?:export(?=\s)[^\S\n]*)?)([^=:\n]*)([=:]|\n|$)[^\S\n]*/y;
const nameCharacters = /^[\p{L}\p{N}_.[\]\s-]*$/u;

/** Reads a file. `outer` are the values that stand before it. Stops at the first fault, as Compose does. */
export function parseEnvFile(text: string, outer: Lookup): EnvFile {
  const variables = new Map<string, EnvVariable>();
  const lookup = (name: string) => outer(name) ?? variables.get(name)?.value;
  for (let at = nextStatement(text, 0); at < text.length; at = nextStatement(text, at)) {
    const found = statementAt(text, at, lookup);
    if ("fault" in found) {
      const line = text.slice(0, at).split("\n").length;
      const { fault, ...more } = found;
      const span = { start: at, end: endOfLine(text, at) };
      return { variables, error: { message: fault, ...span, line, ...more } };
    }
    const { variable, end } = found;
    if (/^\S+$/.test(variable.name)) variables.set(variable.name, variable);
    at = end;
  }
  return { variables };
}

interface Fault {
  readonly fault: string;
  readonly wantsValue?: true;
}

type Statement = Fault | { readonly variable: EnvVariable; readonly end: number };

function statementAt(text: string, at: number, lookup: Lookup): Statement {
  head.lastIndex = at;
  const [all = "", lead = "", written = "", sign = ""] = head.exec(text) ?? [];
  const name = written.trimEnd();
  if (!nameCharacters.test(name)) return { fault: badName(name) };
  // Compose does not mind what the last line is called.
  if (name.includes(" ") && sign) return { fault: spaceIn(name) };
  const start = at + lead.length;
  const variable = { name, nameSpan: { start, end: start + name.length } };
  if (sign !== "=" && sign !== ":") return { variable, end: at + all.length };
  const read = readValue(text, at + all.length, lookup);
  return "fault" in read ? read : { variable: { ...variable, value: read.value }, end: read.end };
}

/** The next offset that is neither blank nor in a comment. */
function nextStatement(text: string, from: number): number {
  const blank = /(?:\s+|#[^\n]*)*/y;
  blank.lastIndex = from;
  return from + (blank.exec(text)?.[0].length ?? 0);
}

/** The variables of a file of the format `raw`: the text behind `=` as it stands. */
export function rawVariables(
  text: string,
): readonly { readonly name: string; readonly value?: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [, name, value] = /^\s*([^#=\s][^=]*)(?:=(.*))?$/.exec(line) ?? [];
    return name ? [value === undefined ? { name: name.trim() } : { name: name.trim(), value }] : [];
  });
}

function badName(name: string): string {
  return /^[\w.]*\s+[\w.\s]*$/.test(name) ? spaceIn(name) : t("a line must look like NAME=value");
}

function spaceIn(name: string): string {
  return t('there is a space in the name "{0}"', name);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

type Read = Fault | { readonly value: string; readonly end: number };

function readValue(text: string, start: number, lookup: Lookup): Read {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") {
    const end = endOfLine(text, start);
    const [bare = ""] = text.slice(start, end).split(" #");
    return expanded(bare.trimEnd(), end, lookup);
  }
  let end = start + 1;
  while (end < text.length && text[end] !== quote) end += text[end] === "\\" ? 2 : 1;
  if (end >= text.length) return { fault: t("a quote is not closed") };
  const value = text.slice(start + 1, end).replaceAll(`\\${quote}`, quote);
  end++;
  return quote === "'" ? { value, end } : expanded(unescaped(value), end, lookup);
}

/** The value with its variables filled in. */
function expanded(value: string, end: number, lookup: Lookup): Read {
  const template = parseTemplate(value);
  const [invalid] = template.invalid;
  if (invalid) return { fault: t("{0} cannot be read", value.slice(invalid.start, invalid.end)) };
  const missing: string[] = [];
  const text = substitute(template, lookup, ({ name }) => missing.push(name));
  const [name] = missing;
  return name === undefined
    ? { value: text, end }
    : { fault: t("{0} has no value", name), wantsValue: true };
}

const escapes: Readonly<Record<string, string>> = {
  a: "\x07",
  b: "\b",
  c: "\\c",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  $: "$$",
};

function unescaped(text: string): string {
  return text.replace(
    /\\([abcfnrtv$"\\])/g,
    (_whole, character: string) => escapes[character] ?? character,
  );
}
