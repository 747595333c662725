// Finds `cd` in RUN; a leading one becomes WORKDIR.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, type RunCommand } from "../model/run-commands.ts";
import { insertion } from "./parts/edits.ts";

export const DL3003: Rule<DockerfileDocument> = {
  code: "DL3003",
  aliases: [],
  severity: "warning",
  summary: "A directory changed with cd lasts only for this RUN; WORKDIR lasts.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "cd"))
      if (!command.run.instruction.onbuild)
        report(
          command.run.span(command),
          t("A directory changed with cd lasts only for this RUN; WORKDIR lasts."),
          {
            fixes: () => workdirFix(document, command),
          },
        );
  },
};

/** `RUN cd x && y` becomes `WORKDIR x` and `RUN y`, when nothing else stands before it. */
function workdirFix(document: DockerfileDocument, command: RunCommand): Fix[] {
  const { run, args, after, depth } = command;
  const { instruction, script } = run;
  const [folder] = args;
  const next = script.commands[1];
  if (script.commands[0]?.start !== command.start || depth > 0 || run.heredoc || run.exec)
    return [];
  if (args.length !== 1 || folder === undefined || /[~*?`(]|^-/.test(folder.text)) return [];
  const title = t("Use WORKDIR {0}", folder.text);
  const path = document.slice(run.span(folder));
  if (next === undefined)
    return [{ title, edits: [{ ...instruction.span, newText: `WORKDIR ${path}` }], safe: true }];
  const rest = script.commands.slice(1);
  if (after !== "&&" || rest.some((other) => other.name === "cd")) return [];
  const { start } = run.span({ start: next.start, end: script.text.length });
  const from = run.span({ start: 0, end: 1 }).start;
  return [
    {
      title,
      edits: [
        insertion(instruction.span.start, `WORKDIR ${path}\n`),
        { start: from, end: start, newText: "" },
      ],
    },
  ];
}
