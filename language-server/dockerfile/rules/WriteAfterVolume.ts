// Changes to a folder behind the VOLUME that names it.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import { sections } from "../model/chain.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type RunScript, runsOf } from "../model/run-commands.ts";
import { operands } from "../shell/arguments.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { unquote } from "../syntax/words.ts";

const WRITERS = new Set("touch mkdir cp mv chown chmod tee ln install tar rm".split(" "));

export const WriteAfterVolume: Rule<DockerfileDocument> = {
  code: "WriteAfterVolume",
  aliases: [],
  severity: "info",
  summary:
    "Write first, then declare the VOLUME: other builders than BuildKit drop what comes after it.",
  scope: { stage: ["VOLUME", "RUN", "COPY", "ADD"] },
  check(document, report) {
    if (document.byKeyword("VOLUME").length === 0) return;
    for (const instructions of sections(document)) {
      const volumes: string[] = [];
      for (const instruction of instructions) {
        if (instruction.keyword === "VOLUME") volumes.push(...pathsOf(instruction));
        const found = volumes.length > 0 && firstWrite(document, instruction, volumes);
        if (found)
          report(
            found.span,
            t(
              "{0} is a VOLUME already: the classic builder drops this change, and a volume that exists hides it. Move VOLUME below.",
              found.volume,
            ),
          );
      }
    }
  },
};

function firstWrite(
  document: DockerfileDocument,
  instruction: Instruction,
  volumes: readonly string[],
): { readonly span: Span; readonly volume: string } | undefined {
  for (const { path, span } of writes(instruction, document.deriveHere(runsByInstruction))) {
    const volume = volumes.find((one) => path === one || path.startsWith(`${one}/`));
    if (volume) return { span, volume };
  }
  return undefined;
}

function runsByInstruction(
  document: DockerfileDocument,
): ReadonlyMap<number, readonly RunScript[]> {
  const byIndex = new Map<number, RunScript[]>();
  for (const run of runsOf(document)) {
    const known = byIndex.get(run.instruction.index);
    if (known) known.push(run);
    else byIndex.set(run.instruction.index, [run]);
  }
  return byIndex;
}

function pathsOf({ words }: Instruction): readonly string[] {
  return words
    .map(({ text }) => unquote(text).replace(/\/+$/, ""))
    .filter((path) => path.startsWith("/") && !path.includes("$"));
}

function writes(
  { keyword, words, index }: Instruction,
  runs: ReadonlyMap<number, readonly RunScript[]>,
): readonly { path: string; span: Span }[] {
  if (keyword === "COPY" || keyword === "ADD") {
    const target = words.length > 1 ? words.at(-1) : undefined;
    return target ? [{ path: unquote(target.text).replace(/\/+$/, ""), span: target }] : [];
  }
  return (runs.get(index) ?? []).flatMap((run) =>
    run.script.commands.flatMap((command) => {
      const into = command.redirections.flatMap(({ operator, target }) =>
        operator.startsWith(">") && target ? [target] : [],
      );
      const named = WRITERS.has(command.name) ? operands(command) : [];
      return [...into, ...named].map((word) => ({
        path: word.text.replace(/\/+$/, ""),
        span: run.span(word),
      }));
    }),
  );
}
