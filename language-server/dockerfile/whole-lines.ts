// Edits of whole instructions, with the lines that they stand on.
import type { Edit } from "../lint/rule.ts";
import type { DockerfileDocument } from "./model/document.ts";
import type { Instruction } from "./syntax/instruction.ts";

/** The line end that the file uses. */
export function lineEnd({ text }: DockerfileDocument): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}

/** Takes an instruction away with its lines; comments above it stay. */
export function withoutInstruction(
  { text, lines }: DockerfileDocument,
  { span, fullSpan }: Instruction,
): Edit {
  const { start } = lines.line(lines.lineAt(span.start));
  const last = lines.lineAt(fullSpan.end);
  const next = lines.line(last + 1).start;
  if (next < text.length || last + 1 < lines.count) return { start, end: next, newText: "" };
  // The last line of the file takes the line end before it along.
  let before = start;
  while (before > 0 && /[\r\n]/.test(text.charAt(before - 1)) && start - before < 2) before--;
  return { start: before, end: fullSpan.end, newText: "" };
}

/** Puts an instruction on a line of its own above another one, as far in as that. */
export function lineAbove(
  document: DockerfileDocument,
  { span }: Instruction,
  instruction: string,
): Edit {
  return {
    start: span.start,
    end: span.start,
    newText: instruction + lineEnd(document) + indent(document, span.start),
  };
}

/** Puts an instruction on a line of its own below another one. */
export function lineBelow(
  document: DockerfileDocument,
  { span, fullSpan }: Instruction,
  instruction: string,
): Edit {
  const { end } = fullSpan;
  const newText = lineEnd(document) + indent(document, span.start) + instruction;
  return { start: end, end, newText };
}

function indent({ text }: DockerfileDocument, offset: number): string {
  return /[ \t]*$/.exec(text.slice(Math.max(0, offset - 100), offset))?.[0] ?? "";
}
