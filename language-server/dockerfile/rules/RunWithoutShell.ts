// RUN and shell forms in an image that has no shell.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { type Base, baseOf } from "../model/bases.ts";
import { chainOf } from "../model/chain.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { asJson, isPlain } from "../syntax/json-form.ts";
import { unquote } from "../syntax/words.ts";
import { alsoInShellForm } from "./JSONArgsRecommended.ts";

export const RunWithoutShell: Rule<DockerfileDocument> = {
  code: "RunWithoutShell",
  aliases: [],
  severity: "warning",
  summary: "The image has no shell that could run the command.",
  scope: { stage: ["*"] },
  check(document, report) {
    for (const keyword of ["RUN", "CMD", "ENTRYPOINT", "HEALTHCHECK"])
      for (const instruction of document.byKeyword(keyword)) {
        const base = baseOf(document, instruction);
        if (base?.family !== "empty" || instruction.json || instruction.argumentText === "")
          continue;
        if (instruction.argumentText === "NONE" || hasShell(document, instruction, base)) continue;
        const command = instruction.argumentText;
        const main = keyword === "CMD" || keyword === "ENTRYPOINT";
        report(instruction.argumentSpan, t("{0} has no shell to run this.", base.word.text), {
          ...alsoInShellForm(document, instruction),
          fixes: () =>
            main && isPlain(command)
              ? [
                  {
                    title: t("Write as JSON"),
                    edits: [{ ...instruction.argumentSpan, newText: asJson(command) }],
                  },
                ]
              : [],
        });
      }
  },
};

/** Something that was copied to the root or among the programs may bring one along. */
function hasShell(document: DockerfileDocument, instruction: Instruction, { name }: Base): boolean {
  return chainOf(document, instruction)
    .flat()
    .some(({ keyword, words, index }) => {
      if (!/^(?:COPY|ADD)$/.test(keyword) || index > instruction.index) return false;
      const target = unquote(words.at(-1)?.text ?? "");
      return (
        /^\.?\/?$|(?:^|\/)s?bin\b|rootfs|busybox|[$]/.test(target) ||
        words.some(({ text }) => /busybox|\bsh\b|bash|rootfs|\.tar/.test(text)) ||
        (name === "scratch" && target === "/.")
      );
    });
}
