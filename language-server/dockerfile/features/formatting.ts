// Formatting with few edits: keywords in one case and at the line's head, continuation lines
// indented, blanks at line ends dropped. Heredocs, comments and words are left as they are.
import type { FeatureContext, FormatOptions } from "../../language.ts";
import type { Edit } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { instructionTable } from "../syntax/instructions.ts";

/** The edits for the whole text, or for the lines that `within` touches. */
export function format(
  document: DockerfileDocument,
  options: FormatOptions,
  { settings }: FeatureContext,
  within: Span = { start: 0, end: document.text.length },
): readonly Edit[] {
  const { lines, text } = document;
  const keywordCase = settings.format?.keywordCase ?? "upper";
  const indent =
    settings.format?.indent === undefined
      ? options.insertSpaces
        ? " ".repeat(options.tabSize)
        : "\t"
      : " ".repeat(settings.format.indent);
  const edits: Edit[] = [];
  const replace = (start: number, end: number, newText: string) => {
    if (text.slice(start, end) !== newText && end >= within.start && start <= within.end)
      edits.push({ start, end, newText });
  };
  for (const instruction of document.instructions) {
    const { span, keywordSpan, keywordText } = instruction;
    const first = lines.lineAt(span.start);
    replace(lines.line(first).start, span.start, "");
    // What is no keyword may be a word that a lost line end has put there.
    if (instructionTable[instruction.keyword] && isWhole(keywordSpan, keywordText))
      replace(keywordSpan.start, keywordSpan.end, cased(keywordText, keywordCase));
    // The author's indents are kept; only a line without any gets one, that of its neighbours.
    const continued = continuedLines(document, instruction, first);
    for (const { start } of continued.filter((line) => blanksOf(text, line) === ""))
      replace(start, start, leastIndent(text, continued) ?? indent);
  }
  for (const blank of blankLines(document)) replace(blank.start, blank.end, "");
  return edits.sort((one, other) => one.start - other.start);
}

/** The blanks that a line begins with; `undefined` for a line of blanks alone. */
function blanksOf(text: string, { start, end }: Span): string | undefined {
  const blanks = /^[ \t]*/.exec(text.slice(start, end))?.[0] ?? "";
  return blanks.length === end - start ? undefined : blanks;
}

/** The least indent among lines that have one, comments aside. */
function leastIndent(text: string, lines: readonly Span[]): string | undefined {
  const indents = lines
    .map((line) => blanksOf(text, line) ?? "")
    .filter((blanks, index) => blanks && text[(lines[index]?.start ?? 0) + blanks.length] !== "#");
  return indents.sort((one, other) => one.length - other.length)[0];
}

/** Lines of nothing but blanks between instructions. */
function blankLines({ lines, text, instructions }: DockerfileDocument): readonly Span[] {
  const found: Span[] = [];
  let next = 0;
  for (let number = 0; number < lines.count; number++) {
    const line = lines.line(number);
    while ((instructions[next]?.fullSpan.end ?? Number.POSITIVE_INFINITY) < line.start) next++;
    const inside = (instructions[next]?.span.start ?? Number.POSITIVE_INFINITY) <= line.start;
    if (!inside && line.end > line.start && text.slice(line.start, line.end).trim() === "")
      found.push(line);
  }
  return found;
}

/** The line that was just ended or continued, and the one begun. */
export function formatOnType(
  document: DockerfileDocument,
  offset: number,
  _character: string,
  options: FormatOptions,
  context: FeatureContext,
): readonly Edit[] {
  const { lines } = document;
  const number = lines.lineAt(offset);
  const start = lines.line(Math.max(number - 1, 0)).start;
  return format(document, options, context, { start, end: lines.line(number).end });
}

/** A keyword that a continuation splits cannot be replaced as one. */
function isWhole({ start, end }: Span, text: string): boolean {
  return end - start === text.length;
}

function cased(keyword: string, how: "upper" | "lower" | "keep"): string {
  if (how === "keep") return keyword;
  return how === "upper" ? keyword.toUpperCase() : keyword.toLowerCase();
}

/** Lines of an instruction behind its first one at which a word may be moved without a change of meaning. */
function continuedLines(
  { lines, text }: DockerfileDocument,
  { cooked, span }: Instruction,
  first: number,
): readonly Span[] {
  const found: Span[] = [];
  for (let number = first + 1; number <= lines.lineAt(span.end); number++) {
    const line = lines.line(number);
    const at = cooked.from(line.start);
    // Where a word or a quoted text goes on over the line end, a blank would change it.
    const joins = at > 0 && !/\s/.test(cooked.text[at - 1] ?? " ");
    if (joins || text[line.start] === "#" || quoteIsOpen(cooked.text.slice(0, at))) continue;
    found.push(line);
  }
  return found;
}

function quoteIsOpen(text: string): boolean {
  return (text.replace(/\\./g, "").match(/["']/g)?.length ?? 0) % 2 === 1;
}
