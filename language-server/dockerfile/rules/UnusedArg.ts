// Build arguments that nobody reads.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { platformArgs, predefinedArgs } from "../model/build-args.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Stage, Stages } from "../model/stages.ts";
import type { Instruction } from "../syntax/instruction.ts";

const USE = /\$\{?([A-Za-z_]\w*)/g;

export const UnusedArg: Rule<DockerfileDocument> = {
  code: "UnusedArg",
  aliases: [],
  severity: "hint",
  summary: "Nothing reads the build argument.",
  tags: ["unnecessary"],
  scope: { stage: ["*"], reads: ["ARG", "FROM"] },
  check(document, report) {
    const args = document.byKeyword("ARG");
    if (args.length === 0) return;
    const parents = document.deriveFromStages(parentsOf);
    if (document === document.whole && document.globalArgs.length > 0) {
      const used = usedOutside(document, args);
      tell(document.globalArgs, (name) => used.has(name));
    }
    for (const stage of document.stages) {
      // A stage that builds on this one sees its arguments.
      if (parents.has(stage)) continue;
      const last = stage.instructions.findLast(({ keyword }) => /^(?:RUN|ONBUILD)$/.test(keyword));
      // A RUN has them in its environment, whatever its text says.
      const late = stage.instructions.filter(
        ({ keyword, index }) => keyword === "ARG" && index > (last?.index ?? -1),
      );
      if (late.length === 0) continue;
      const used = namesIn(stage.instructions);
      tell(late, (name) => used.has(name));
    }
    function tell(some: readonly Instruction[], isUsed: (name: string) => boolean): void {
      for (const { pairs } of some)
        for (const { key } of pairs)
          if (!isUsed(key.text) && !isSpecial(key.text))
            report(key, t("Nothing reads the build argument {0}.", key.text));
    }
  },
};

function parentsOf({ stages }: Stages): ReadonlySet<Stage | undefined> {
  return new Set(stages.map(({ parent }) => parent));
}

/** The names of outer ARGs that FROM lines read or stages declare again. */
function usedOutside(document: DockerfileDocument, args: readonly Instruction[]) {
  const again = args.flatMap((arg) =>
    document.stageOf(arg) ? arg.pairs.flatMap(({ key, value }) => (value ? [] : [key.text])) : [],
  );
  const inFrom = namesIn([...document.globalArgs, ...document.stages.map(({ from }) => from)]);
  return new Set([...inFrom, ...again]);
}

function namesIn(instructions: readonly Instruction[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { text } of instructions)
    if (text.includes("$")) for (const [, name = ""] of text.matchAll(USE)) names.add(name);
  return names;
}

/** BuildKit itself reads some. */
function isSpecial(name: string): boolean {
  return (
    platformArgs.has(name) ||
    predefinedArgs.has(name) ||
    /^(?:BUILDKIT_|SOURCE_DATE_EPOCH$)|^$|[^\w]/.test(name)
  );
}
