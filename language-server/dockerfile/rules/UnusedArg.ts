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
      const used = namesIn([...document.globalArgs, ...document.stages.map(({ from }) => from)]);
      let again: ReadonlySet<string> | undefined;
      tell(document.globalArgs, (name) => {
        if (used.has(name)) return true;
        again ??= declaredAgain(document, args);
        return again.has(name);
      });
    }
    for (const [stage, own] of byStage(document, args)) {
      // A stage that builds on this one sees its arguments.
      if (parents.has(stage)) continue;
      const last = stage.instructions.findLast(isRun);
      // A RUN has them in its environment, whatever its text says.
      const late = own.filter(({ index }) => index > (last?.index ?? -1));
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

/** The outer ARGs that stages take over. */
function declaredAgain(
  document: DockerfileDocument,
  args: readonly Instruction[],
): ReadonlySet<string> {
  const inStages = args.filter((arg) => document.stageOf(arg) !== undefined);
  return new Set(
    inStages.flatMap(({ pairs }) => pairs.flatMap(({ key, value }) => (value ? [] : [key.text]))),
  );
}

function byStage(
  document: DockerfileDocument,
  args: readonly Instruction[],
): ReadonlyMap<Stage, readonly Instruction[]> {
  const found = new Map<Stage, Instruction[]>();
  for (const arg of args) {
    const stage = document.stageOf(arg);
    if (!stage) continue;
    const known = found.get(stage);
    if (known) known.push(arg);
    else found.set(stage, [arg]);
  }
  return found;
}

function isRun({ keyword }: Instruction): boolean {
  return keyword === "RUN" || keyword === "ONBUILD";
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
