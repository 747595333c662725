// Reads and writes the fixtures of rules: cases parted by `#--- title`, with marks under the text
// that a rule finds.
//
//     FROM node AS build
//     #    ^^^^ DL3006 💡
//
// `#^^` begins in the first column; `…` goes on in the next line; 💡 there is a fix. Behind a title
// may stand, in JSON, the files beside the case and the settings of rules.
import type { Finding } from "../../../language-server/lint/rule.ts";
import type { Settings } from "../../../language-server/protocol.ts";
import { Lines } from "../../../language-server/text.ts";
import type { Files } from "./lint-file.ts";

export interface Case {
  /** The whole first line. */
  readonly head: string;
  readonly title: string;
  readonly files: Files;
  readonly lint: Settings["lint"];
  /** Without the marks. */
  readonly text: string;
  /** As it stands in the fixture. */
  readonly marked: string;
}

const head = /^#--- (.*?)(?: (\{.*\}))?$/;
const mark = /^# *\^+…? \w+(?: 💡)?$/;

/** The cases of a fixture. */
export function readCases(fixture: string): readonly Case[] {
  return fixture.split(/^(?=#--- )/m).map((part) => {
    const [first = "", ...lines] = part.split("\n");
    const [, title = "", more = "{}"] = head.exec(first) ?? [];
    if (title === "") throw new Error(`a case begins with #--- and a title: ${first}`);
    const { files = {}, ...lint } = JSON.parse(more) as { files?: Files };
    const text = lines.filter((line) => !mark.test(line)).join("\n");
    return { head: first, title, files, lint, text, marked: lines.join("\n") };
  });
}

/** A text with a mark under each finding. */
export function withMarks(text: string, findings: readonly Finding[]): string {
  const lines = new Lines(text);
  return text
    .split("\n")
    .flatMap((line, number) => [
      line,
      ...findings
        .filter(({ start }) => lines.lineAt(start) === number)
        .map((finding) => markOf(finding, lines.line(number), line)),
    ])
    .join("\n");
}

function markOf(finding: Finding, { start }: { start: number }, line: string): string {
  const column = finding.start - start;
  const stop = Math.min(finding.end - start, line.length);
  const carets = "^".repeat(Math.max(stop - Math.max(column, 1), 1));
  const more = finding.end - start > line.length ? "…" : "";
  const bulb = (finding.fixes?.() ?? []).length > 0 ? " 💡" : "";
  return `#${" ".repeat(Math.max(column - 1, 0))}${carets}${more} ${finding.code}${bulb}`;
}
