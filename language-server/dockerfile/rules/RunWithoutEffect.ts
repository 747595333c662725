// RUN with commands whose effect ends with their shell.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type RunCommand, runsOf } from "../model/run-commands.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** `cd` is DL3003's. */
const PASSING = new Set([
  "export",
  "source",
  ".",
  "alias",
  "unset",
  "set",
  "umask",
  "ulimit",
  "shopt",
  "su",
]);

export const RunWithoutEffect: Rule<DockerfileDocument> = {
  code: "RunWithoutEffect",
  aliases: [],
  severity: "warning",
  summary:
    "export, source, alias or su alone in a RUN ends with its shell; later instructions see none of it.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const { instruction, commands, exec, heredoc } of runsOf(document)) {
      const [first] = commands;
      if (!first || exec || heredoc || instruction.onbuild || !commands.every(passes)) continue;
      report(instruction.argumentSpan, t("The effect of {0} ends with this RUN.", first.name), {
        fixes: () => lasting(document, instruction, commands),
      });
    }
  },
};

/** Nothing that another command would be needed for: no pipe, no file written. */
function passes({ name, args, redirections, after, substituted, run }: RunCommand): boolean {
  if (substituted || redirections.length > 0 || after === "|" || after === "||" || after === "&")
    return false;
  if (
    run.script.loose.length > 0 ||
    args.some(({ expansions }) =>
      expansions.some(({ kind }) => kind === "command" || kind === "backticks"),
    )
  )
    return false;
  if (name === "su") return !args.some(({ text }) => /^-\w*c|^--command/.test(text));
  return PASSING.has(name) && (args.length > 0 || name === "umask");
}

/** ENV, USER or PATH, which stay. */
function lasting(
  document: DockerfileDocument,
  { span }: Instruction,
  commands: readonly RunCommand[],
): readonly Fix[] {
  const use = (newText: string, title: string) => [
    { title: t("Use {0}", title), edits: [{ ...span, newText }] },
  ];
  const [only] = commands;
  if (only?.name === "su" && commands.length === 1) {
    const user = only.args.find(({ text }) => !text.startsWith("-"))?.text;
    return user ? use(`USER ${user}`, `USER ${user}`) : [];
  }
  const folder = /^(?:source|\.)$/.test(only?.name ?? "")
    ? /^(\/.*\/bin)\/activate$/.exec(only?.args[0]?.text ?? "")?.[1]
    : undefined;
  if (folder && commands.length === 1) return use(`ENV PATH="${folder}:$PATH"`, "ENV PATH");
  const exported = commands.every(
    ({ name, args }) => name === "export" && args.every(({ text }) => /^\w+=/.test(text)),
  );
  if (!exported) return [];
  const pairs = commands.flatMap(({ args, run }) =>
    args.map((word) => document.slice(run.span(word))),
  );
  return use(`ENV ${pairs.join(" ")}`, "ENV");
}
