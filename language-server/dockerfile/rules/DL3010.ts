// Finds archives that are copied and then unpacked; ADD does both.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { sections } from "../model/chain.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, type RunCommand } from "../model/run-commands.ts";
import { hasFlag } from "../shell/arguments.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { unquote } from "../syntax/words.ts";

const archive =
  /\.(?:tar|tgz|tbz2?|txz|tlz|tzst|tar\.(?:gz|bz2|xz|lzma|Z|zst)|gz|bz2|xz|lz|lzma|Z|tz2|tbz|tpz|tZ)$/i;

interface Copied {
  readonly instruction: Instruction;
  readonly names: ReadonlySet<string>;
}

export const DL3010: Rule<DockerfileDocument> = {
  code: "DL3010",
  aliases: [],
  severity: "info",
  summary: "ADD unpacks a local archive by itself and leaves no layer that holds the archive.",
  scope: { stage: ["COPY", ...["tar", "un", "zgz", "zcat"].map((name) => `RUN ${name}`)] },
  check(document, report) {
    const unpacking = commandsOf(
      document,
      "tar",
      "unzip",
      "gunzip",
      "bunzip2",
      "unlzma",
      "unxz",
      "zgz",
      "uncompress",
      "zcat",
      "gzcat",
    ).filter((command) => command.name !== "tar" || unpacks(command));
    if (unpacking.length === 0) return;
    for (const instructions of sections(document))
      for (const copied of copies(instructions)) {
        const last = instructions.at(-1)?.index ?? 0;
        const used = unpacking.some(
          ({ run, args }) =>
            run.instruction.index > copied.instruction.index &&
            run.instruction.index <= last &&
            args.some(({ text }) => copied.names.has(baseName(text))),
        );
        if (used)
          report(
            copied.instruction.argumentSpan,
            t("ADD unpacks a local archive by itself and leaves no layer that holds the archive."),
            {
              fixes: () => [
                {
                  title: t("Use ADD"),
                  edits: [{ ...copied.instruction.keywordSpan, newText: "ADD" }],
                },
              ],
            },
          );
      }
  },
};

function unpacks(command: RunCommand): boolean {
  const [first] = command.args;
  return (
    hasFlag(command, "x", "extract", "get") ||
    (first !== undefined && /^[a-zA-Z]*x/.test(first.text))
  );
}

function copies(instructions: readonly Instruction[]): Copied[] {
  return instructions.flatMap((instruction) => {
    if (instruction.keyword !== "COPY" || instruction.flag("from")) return [];
    const words = instruction.words.map(({ text }) => unquote(text, "\0"));
    const target = baseName(instruction.argumentText.replace(/["']?\s*$/, ""));
    const sources = words.slice(0, -1).filter((source) => archive.test(source));
    if (sources.length === 0) return [];
    const names = archive.test(target) ? [target] : sources.map(baseName);
    return { instruction, names: new Set(names) };
  });
}

function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
