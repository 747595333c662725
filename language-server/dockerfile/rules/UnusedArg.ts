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
      const inFrom = namesIn([...document.globalArgs, ...document.stages.map(({ from }) => from)]);
      tell(document.globalArgs, (name) => inFrom.has(name) || isDeclaredAgain(document, name));
    }
    for (const arg of args) {
      const stage = document.stageOf(arg);
      // A stage that builds on this one sees its arguments, and a RUN has them in its environment.
      if (!stage || parents.has(stage) || hasRunBehind(stage, arg)) continue;
      const used = namesIn(stage.instructions);
      tell([arg], (name) => used.has(name));
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

/** Whether a stage takes over an outer ARG. */
function isDeclaredAgain(document: DockerfileDocument, name: string): boolean {
  return document
    .byKeyword("ARG")
    .some(
      (arg) =>
        arg.text.includes(name) &&
        document.stageOf(arg) !== undefined &&
        arg.pairs.some(({ key, value }) => key.text === name && !value),
    );
}

function hasRunBehind({ instructions }: Stage, { index }: Instruction): boolean {
  const last = instructions.findLast(({ keyword }) => keyword === "RUN" || keyword === "ONBUILD");
  return last !== undefined && last.index > index;
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
