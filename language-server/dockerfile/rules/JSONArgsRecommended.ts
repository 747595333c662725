// CMD and ENTRYPOINT in shell form.

import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stateAt } from "../model/scopes.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { asJson } from "../syntax/json-form.ts";

export const JSONArgsRecommended: Rule<DockerfileDocument> = {
  code: "JSONArgsRecommended",
  aliases: ["DL3025"],
  severity: "warning",
  summary: "Write CMD and ENTRYPOINT in the JSON form, so that signals reach the program.",
  scope: { each: ["CMD", "ENTRYPOINT"] },
  check(document, report) {
    for (const keyword of ["CMD", "ENTRYPOINT"])
      for (const command of document.byKeyword(keyword)) {
        if (command.json || stateAt(document, command, "SHELL")) continue;
        const { argumentText, argumentSpan, keywordSpan } = command;
        report(
          argumentText === "" ? keywordSpan : argumentSpan,
          t("In shell form {0} runs in a shell, which does not pass signals on.", keyword),
          { fixes: () => jsonForm(command) },
        );
      }
  },
};

function jsonForm({ argumentText, argumentSpan }: Instruction): readonly Fix[] {
  if (argumentText === "") return [];
  return [
    { title: t("Write as JSON"), edits: [{ ...argumentSpan, newText: asJson(argumentText) }] },
  ];
}

/** What a rule that knows why CMD or ENTRYPOINT is no JSON also stands for: one fault, one finding. */
export function alsoInShellForm(
  document: DockerfileDocument,
  instruction: Instruction,
): { readonly aliases?: readonly string[] } {
  const { keyword, json } = instruction;
  const told = /^(?:CMD|ENTRYPOINT)$/.test(keyword) && !json;
  return told && !stateAt(document, instruction, "SHELL")
    ? { aliases: ["JSONArgsRecommended", "DL3025"] }
    : {};
}
