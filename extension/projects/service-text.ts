// Puts a pasted service into the text of a Compose file. Pure: gives what to insert, and where.
import type { PastedService, Yaml } from "./parse-run.ts";

export interface Insertion {
  /** The line before which the text goes; the number of lines: at the end. */
  readonly line: number;
  readonly text: string;
}

/** The insertions into a file, the last one first; an empty file gets all it needs. */
export function insertions(file: string, pasted: PastedService): readonly Insertion[] {
  const lines = file.split("\n").map((line) => line.replace(/\r$/, ""));
  const indent = indentUnder(lines, "services") ?? "  ";
  const name = freeName(lines, indent, pasted.name);
  const notes = pasted.left.map((flag) => `${indent}# ${flag}\n`).join("");
  const body = `${notes}${indent}${name}:\n${yamlLines(pasted.service, indent.repeat(2), indent)}`;
  return [
    section(lines, "services", body),
    ...(pasted.networks.length > 0
      ? [
          definitions(
            lines,
            "networks",
            pasted.networks,
            indent,
            `\n${indent.repeat(2)}external: true`,
          ),
        ]
      : []),
    ...(pasted.volumes.length > 0
      ? [definitions(lines, "volumes", pasted.volumes, indent, "")]
      : []),
  ]
    .filter(({ text }) => text !== "")
    .sort((a, b) => b.line - a.line);
}

function definitions(
  lines: readonly string[],
  key: string,
  names: readonly string[],
  indent: string,
  more: string,
): Insertion {
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  const end = endOf(lines, start);
  const known = start < 0 ? [] : lines.slice(start, end);
  const missing = names.filter(
    (name) => !known.some((line) => line.trim().replace(/["']/g, "").startsWith(`${name}:`)),
  );
  const text = missing.map((name) => `${indent}${name}:${more}\n`).join("");
  return text ? section(lines, key, text) : { line: 0, text: "" };
}

/** A section with more in it, at its end; a new one at the end of the file. */
function section(lines: readonly string[], key: string, body: string): Insertion {
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  const last = lines.at(-1) ?? "";
  if (start < 0) {
    const gap = lines.length > 1 || last !== "" ? (last === "" ? "\n" : "\n\n") : "";
    return { line: lines.length, text: `${gap}${key}:\n${body}` };
  }
  const end = endOf(lines, start);
  const atEnd = end === lines.length && last !== "";
  return { line: end, text: `${atEnd ? "\n" : ""}${body}` };
}

/** The line behind a section's last one that is not empty. */
function endOf(lines: readonly string[], start: number): number {
  if (start < 0) return lines.length;
  let end = start + 1;
  for (let index = start + 1; index < lines.length; index++) {
    const line = lines[index] ?? "";
    if (/^[^\s#-]/.test(line)) break;
    if (line.trim() !== "" && /^[\s-]/.test(line)) end = index + 1;
  }
  return end;
}

function indentUnder(lines: readonly string[], key: string): string | undefined {
  const start = lines.findIndex((line) => line.startsWith(`${key}:`));
  if (start < 0) return undefined;
  const first = lines.slice(start + 1).find((line) => line.trim() !== "" && !/^\s*#/.test(line));
  return /^( +)\S/.exec(first ?? "")?.[1];
}

function freeName(lines: readonly string[], indent: string, name: string): string {
  const taken = (one: string) => lines.some((line) => line.startsWith(`${indent}${one}:`));
  let free = name;
  for (let number = 2; taken(free); number++) free = `${name}-${number}`;
  return free;
}

/** Keys whose texts people write in quotes. */
const quotedKeys = new Set(["ports"]);

/** A mapping as lines below an indentation. */
function yamlLines(map: { readonly [key: string]: Yaml }, at: string, step: string): string {
  return Object.entries(map)
    .map(([key, value]) => {
      if (Array.isArray(value) && (key === "command" || key === "test"))
        return `${at}${key}: ${JSON.stringify(value.map((one) => escaped(String(one))))}\n`;
      if (Array.isArray(value))
        return `${at}${key}:\n${value.map((one) => item(one, at + step, step, quotedKeys.has(key))).join("")}`;
      return typeof value === "object"
        ? `${at}${scalar(key)}:\n${yamlLines(value as { [key: string]: Yaml }, at + step, step)}`
        : `${at}${scalar(key)}: ${scalar(value)}\n`;
    })
    .join("");
}

function item(value: Yaml, at: string, step: string, quoted: boolean): string {
  if (typeof value !== "object")
    return `${at}- ${quoted ? JSON.stringify(escaped(String(value))) : scalar(value)}\n`;
  const lines = yamlLines(value as { [key: string]: Yaml }, `${at}  `, step);
  return `${at}- ${lines.slice(at.length + 2)}`;
}

/** The shell has put variables in already; what is left of them is text. */
function escaped(text: string): string {
  return text.replace(/\$(?![A-Za-z_{])/g, "$$$$");
}

function scalar(value: Yaml): string {
  if (typeof value !== "string") return String(value);
  const text = escaped(value);
  const plain =
    /^[A-Za-z./~$][^\n]*$/.test(text) &&
    !/: |:$| #|\s$|\t/.test(text) &&
    !/^(?:true|false|null|yes|no|on|off|y|n|~)$/i.test(text);
  return plain ? text : JSON.stringify(text);
}
