// Which instruction a cursor belongs to while it is being typed.
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** The instruction that the cursor stands in: behind its start, and on one of its lines. */
export function instructionBefore(
  document: DockerfileDocument,
  offset: number,
): Instruction | undefined {
  const found = document.instructions.findLast(({ span }) => span.start < offset);
  if (!found) return undefined;
  const line = document.lines.line(document.lines.lineAt(found.fullSpan.end));
  if (offset <= Math.max(line.end, found.fullSpan.end)) return found;
  // A continuation with nothing behind it yet.
  const gap = document.text.slice(found.span.start, offset);
  return /[\\`][ \t]*\r?\n[ \t]*\S*$/.test(gap) &&
    document.slice(found.span).trimEnd().endsWith(document.escape)
    ? found
    : undefined;
}
