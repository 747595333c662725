// Which shell runs an instruction: SHELL in its stage or the stages below, or hadolint's pragma.

import type { Instruction } from "../syntax/instruction.ts";
import type { DockerfileDocument } from "./document.ts";

const fallback: readonly string[] = ["/bin/sh", "-c"];
const pragma = /^hadolint\s+shell\s*=\s*([^\s#]+)/;
const foreign = /(?:^|[\\/])(?:pwsh|powershell|cmd)(?:\.exe)?$/i;

/** The words of the shell for each instruction, by its index. Use through `document.derive`. */
export function shells(document: DockerfileDocument): readonly (readonly string[])[] {
  const byInstruction: (readonly string[])[] = [];
  const atEnd: (readonly string[])[] = [];
  const pragmas = document.comments.filter(
    ({ text }) => text.startsWith("hadolint") && pragma.test(text),
  );
  if (pragmas.length === 0 && document.whole.byKeyword("SHELL").length === 0) return [];
  let current = fallback;
  for (const instruction of document.instructions) {
    const stage = document.stageOf(instruction);
    if (instruction.keyword === "FROM") current = inherited(atEnd, stage?.parent?.index);
    while (pragmas[0] && pragmas[0].start < instruction.span.start)
      current = [pragma.exec(pragmas.shift()?.text ?? "")?.[1] ?? ""];
    if (instruction.keyword === "SHELL" && instruction.json)
      current = instruction.json.map(({ text }) => text);
    byInstruction.push(current);
    if (stage) atEnd[stage.index] = current;
  }
  return byInstruction;
}

function inherited(
  atEnd: readonly (readonly string[])[],
  parent: number | undefined,
): readonly string[] {
  return (parent === undefined ? undefined : atEnd[parent]) ?? fallback;
}

export function shellOf(document: DockerfileDocument, { index }: Instruction): readonly string[] {
  return document.derive(shells)[index] ?? fallback;
}

/** PowerShell or cmd, whose language is not read. */
export function isForeign([program = ""]: readonly string[]): boolean {
  return foreign.test(program);
}
