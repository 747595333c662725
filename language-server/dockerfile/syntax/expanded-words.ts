// Which words of an instruction BuildKit expands before it acts.
import type { Instruction } from "./instruction.ts";

/** The instructions whose words are expanded; those of FROM are another matter. */
export const expandingKeywords: readonly string[] = [
  ...["ADD", "ARG", "COPY", "ENV", "EXPOSE", "LABEL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"],
];

/** The words that BuildKit expands. In ENV, LABEL and ARG these are keys and values. */
export function expandedWords(
  instruction: Instruction,
): readonly { readonly text: string; readonly start: number; readonly end: number }[] {
  if (!/["'$]/.test(instruction.cooked.text)) return [];
  const heredocs = new Set(instruction.heredocs.map(({ opener }) => opener.start));
  if (instruction.form === "pairs")
    return instruction.pairs.flatMap(({ key, value }) => (value ? [key, value] : [key]));
  return instruction.words.filter(({ start }) => !heredocs.has(start));
}
