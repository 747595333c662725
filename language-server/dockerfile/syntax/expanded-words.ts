// Which words of an instruction BuildKit expands before it acts.
import type { Instruction } from "./instruction.ts";
import { parseMount } from "./mount.ts";
import type { Flag } from "./words.ts";

/** The instructions whose words are expanded; those of FROM are another matter. */
export const expandingKeywords: readonly string[] = [
  ...["ADD", "ARG", "COPY", "ENV", "EXPOSE", "LABEL", "RUN", "STOPSIGNAL", "USER", "VOLUME"],
  "WORKDIR",
];

/** A word that BuildKit expands, and where it stands. */
export interface ExpandedWord {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The body of a heredoc, in which quotes are plain characters. */
  readonly isBody?: true;
}

/** The words that BuildKit expands. In ENV, LABEL and ARG these are keys and values. */
export function expandedWords(instruction: Instruction): readonly ExpandedWord[] {
  const { keyword, cooked, heredocs } = instruction;
  if (!/["'$]/.test(cooked.text) && heredocs.length === 0) return NONE;
  if (keyword === "RUN") return mountValues(instruction);
  if (instruction.form === "pairs")
    return instruction.pairs.flatMap(({ key, value }) => {
      // BuildKit takes the name of an ARG as it stands.
      const words = keyword === "ARG" ? [] : [key];
      return value ? [...words, value] : words;
    });
  const openers = new Set(heredocs.map(({ opener }) => opener.start));
  return [
    ...instruction.flags.flatMap(flagValue),
    ...instruction.words.filter(({ start }) => !openers.has(start)),
  ];
}

const NONE: readonly never[] = [];
const EXPANDED_FLAGS = new Set(["chown", "chmod", "checksum"]);

/** The quotes of a flag are gone before it is expanded. */
function flagValue({ name, value, raw, valueSpan }: Flag): readonly ExpandedWord[] {
  if (!valueSpan || !value?.includes("$") || !EXPANDED_FLAGS.has(name)) return NONE;
  const quote = raw === value ? 0 : 1;
  return [{ text: value, start: valueSpan.start + quote, end: valueSpan.end - quote }];
}

/** Of RUN, only what mounts say. */
function mountValues(run: Instruction): readonly ExpandedWord[] {
  if (!run.text.includes("--mount=")) return NONE;
  return run.flags
    .filter(({ name, value }) => name === "mount" && value?.includes("$"))
    .flatMap((flag) => parseMount(run, flag))
    .flatMap(({ key, value, valueSpan }) =>
      key !== "from" && value?.includes("$") && valueSpan ? [{ text: value, ...valueSpan }] : [],
    );
}

/** The bodies of the heredocs of COPY and ADD whose delimiter has no quotes. */
export function expandedBodies(
  { keyword, heredocs }: Instruction,
  text: string,
): readonly ExpandedWord[] {
  if (keyword === "RUN") return NONE;
  return heredocs
    .filter(({ expands }) => expands)
    .map(({ body: { start, end } }) => ({
      text: text.slice(start, end),
      start,
      end,
      isBody: true as const,
    }))
    .filter((word) => word.text.includes("$"));
}
