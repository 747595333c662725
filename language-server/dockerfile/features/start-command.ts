// What a container of a stage runs: ENTRYPOINT and CMD put together as the engine does it.
import type { DockerfileDocument } from "../model/document.ts";
import { stageChain } from "../model/scopes.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** The command line, for an ENTRYPOINT or CMD that has a say in it; `undefined` for others. */
export function whatStarts(
  document: DockerfileDocument,
  instruction: Instruction,
): string | undefined {
  const stage = document.stageOf(instruction);
  if (!stage || instruction.onbuild || !/^(?:ENTRYPOINT|CMD)$/.test(instruction.keyword))
    return undefined;
  let entrypoint: Instruction | undefined;
  let cmd: Instruction | undefined;
  for (const { instructions } of stageChain(stage)) {
    // A new ENTRYPOINT drops the CMD of the image below.
    if (!entrypoint) cmd ??= instructions.findLast(({ keyword }) => keyword === "CMD");
    entrypoint ??= instructions.findLast(({ keyword }) => keyword === "ENTRYPOINT");
  }
  if (instruction !== entrypoint && instruction !== cmd) return undefined;
  if (entrypoint && !entrypoint.json)
    return instruction === entrypoint ? entrypoint.argumentText : undefined;
  return [entrypoint, cmd].flatMap((one) => (one ? words(one) : [])).join(" ");
}

function words({ json, argumentText }: Instruction): readonly string[] {
  if (!json) return [`/bin/sh -c ${quoted(argumentText)}`];
  return json.map(({ text }) => quoted(text));
}

function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
