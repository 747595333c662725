// An ARG that stands before the first FROM, used in a stage that does not declare it again.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { environmentOf } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { variableAt } from "../model/scopes.ts";
import type { Stage } from "../model/stages.ts";
import { expandingKeywords } from "../syntax/expanded-words.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { lineBelow } from "../whole-lines.ts";
import { type Use, usesOf } from "./parts/variable-uses.ts";

const USE = /(?<!\\)\$\{?([A-Za-z_]\w*)\}?/g;
/** Variables that official images bring along. */
const BROUGHT = /^(?:[A-Z]+_VERSION|[A-Z]+_HOME|[A-Z]+PATH|PATH|HOME|LANG)$/;

export const ArgNotRedeclared: Rule<DockerfileDocument> = {
  code: "ArgNotRedeclared",
  aliases: [],
  severity: "warning",
  summary: "An ARG before the first FROM is empty in a stage that does not declare it again.",
  scope: { stage: ["*"] },
  check(document, report, { host }) {
    const globals = new Set(
      document.globalArgs.flatMap(({ pairs }) => pairs.map(({ key }) => key.text)),
    );
    if (globals.size === 0) return;
    for (const stage of document.stages)
      for (const { name, span, instruction } of emptyIn(document, stage, globals)) {
        const brought = environmentOf(document, instruction, host);
        if (brought ? name in brought : BROUGHT.test(name)) continue;
        report(
          span,
          t(
            "{0} stands before the first FROM and is empty in this stage. Declare it again: ARG {0}.",
            name,
          ),
          {
            // Here BuildKit knows all variables that there are.
            ...(brought &&
              !/^(?:RUN|EXPOSE)$/.test(instruction.keyword) && { aliases: ["UndefinedVar"] }),
            fixes: () => [redeclare(document, stage, name)],
          },
        );
      }
  },
};

/** The first use of each outer ARG that a stage does not declare. */
function emptyIn(document: DockerfileDocument, stage: Stage, globals: ReadonlySet<string>) {
  const told = new Set<string>();
  const names = [...globals].filter((name) => /^[A-Za-z_]\w*$/.test(name));
  const any = new RegExp(`\\$\\{?(?:${names.join("|")})\\b`);
  const users = stage.instructions.filter(({ text }) => any.test(text));
  return users.flatMap((instruction) =>
    usesIn(document, instruction).flatMap((use) => {
      if (!globals.has(use.name) || told.has(use.name)) return [];
      if (variableAt(document, instruction, use.name, use.span)) return [];
      if (ownVariable(instruction, use.name)) return [];
      told.add(use.name);
      return [{ ...use, instruction }];
    }),
  );
}

function usesIn(document: DockerfileDocument, instruction: Instruction): readonly Use[] {
  const { cooked, argumentsStart, keyword } = instruction;
  if (keyword !== "RUN")
    return expandingKeywords.includes(keyword) ? usesOf(document, instruction) : [];
  // In the exec form nothing is put in.
  if (instruction.json) return [];
  return [...cooked.text.slice(argumentsStart).matchAll(USE)].map((match) => {
    const start = argumentsStart + match.index;
    return { name: match[1] ?? "", span: cooked.span(start, start + match[0].length) };
  });
}

/** Whether the script of a RUN gives the variable a value itself. */
function ownVariable({ keyword, cooked }: Instruction, name: string): boolean {
  return (
    keyword === "RUN" &&
    new RegExp(`\\b${name}=|\\b(?:for|read)\\b[^;&|]*\\b${name}\\b`).test(cooked.text)
  );
}

function redeclare(document: DockerfileDocument, { from }: Stage, name: string) {
  return {
    title: t("Declare {0} in this stage", name),
    edits: [lineBelow(document, from, `ARG ${name}`)],
    safe: true,
  };
}
