import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { readCommand } from "../command-line.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, servicesOf } from "../project/services.ts";
import { at, type ScalarNode } from "../yaml/tree.ts";

export const CutCommand: Rule<ComposeModel> = {
  code: "CutCommand",
  aliases: [],
  severity: "warning",
  scope: { each: ["services"] },
  summary: "A command without a shell ends at the first character that only a shell understands.",
  check(model, report) {
    for (const { node } of servicesOf(model))
      for (const key of ["command", "entrypoint"]) {
        const command = certain(at(node, key));
        if (!command || command.source !== model.source || typeof command.value !== "string")
          continue;
        const { cut, words } = readCommand(command.text);
        if (cut === undefined) continue;
        report(
          command,
          t(
            'Compose leaves out everything from "{0}" on; only a shell understands it: [sh, -c, …].',
            command.text.slice(cut).trim(),
          ),
          { fixes: () => (words.length > 0 ? shellFix(command) : []) },
        );
      }
  },
};

function shellFix({ source, start, end, style, raw, text }: ScalarNode) {
  const written = raw?.text ?? text;
  if (style === "block" || /\n/.test(source.text.slice(start, end))) return [];
  return [
    {
      title: t("Run it in a shell"),
      edits: [{ start, end, newText: `["sh", "-c", ${JSON.stringify(written)}]` }],
      safe: true,
    },
  ];
}
