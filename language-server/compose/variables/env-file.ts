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
  readonly error?: Span & { readonly message: string; readonly line: number };
}

const assignment = /^(\s*(?:export\s+)?)([^\s=:#'"][^=:\n]*?)\s*(?:([=:])[ \t]*|$)/;

/** Reads a file. `outer` are the values that stand before it. Stops at the first fault, as Compose does. */
export function parseEnvFile(text: string, outer: (name: string) => string | undefined): EnvFile {
  const variables = new Map<string, EnvVariable>();
  const lookup = (name: string) => outer(name) ?? variables.get(name)?.value;
  let offset = 0;
  let line = 1;
  const fail = (message: string, start: number, end: number): EnvFile => ({
    variables,
    error: { message, start, end, line },
  });
  while (offset < text.length) {
    const lineEnd = endOfLine(text, offset);
    const content = text.slice(offset, lineEnd);
    if (isBlank(content)) {
      offset = lineEnd + 1;
      line++;
      continue;
    }
    const match = assignment.exec(content);
    const name = match?.[2] ?? "";
    if (!match || !/^[A-Za-z0-9_.[\]-]+$/.test(name)) return fail(badLine(name), offset, lineEnd);
    const nameStart = offset + (match[1]?.length ?? 0);
    const nameSpan = { start: nameStart, end: nameStart + name.length };
    const read = readValue(text, offset + match[0].length, lineEnd, lookup);
    if (read === undefined)
      return fail(t("a quote is not closed"), offset + match[0].length, lineEnd);
    variables.set(name, match[3] ? { name, nameSpan, value: read.value } : { name, nameSpan });
    line += text.slice(offset, read.end).split("\n").length;
    offset = endOfLine(text, read.end) + 1;
  }
  return { variables };
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

function badLine(name: string): string {
  return /\s/.test(name)
    ? t("a name cannot contain a space")
    : t("a line must look like NAME=value");
}

function isBlank(content: string): boolean {
  return content.trim() === "" || content.trimStart().startsWith("#");
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function readValue(
  text: string,
  start: number,
  lineEnd: number,
  lookup: (name: string) => string | undefined,
): { value: string; end: number } | undefined {
  const quote = text[start];
  const expand = (value: string) => substitute(parseTemplate(value), lookup);
  if (quote !== '"' && quote !== "'") {
    const bare = text
      .slice(start, lineEnd)
      .replace(/(?:^|\s+)#.*$/, "")
      .trim();
    return { value: expand(bare), end: lineEnd };
  }
  for (let index = start + 1; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === quote) {
      const inner = text.slice(start + 1, index);
      return { value: quote === "'" ? inner : expand(unescaped(inner)), end: index + 1 };
    }
  }
  return undefined;
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_whole, character: string) =>
    character === "$" ? "$$" : (escapes[character] ?? character),
  );
}
