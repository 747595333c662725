// Heredocs that never end or stand where a destination must.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const InvalidHeredoc: Rule<DockerfileDocument> = {
  code: "InvalidHeredoc",
  aliases: [],
  severity: "error",
  summary: "A heredoc needs its closing line, and cannot be a destination.",
  scope: { each: ["*"] },
  check({ instructions }, report) {
    for (const instruction of instructions) {
      if (instruction.heredocs.length === 0) continue;
      for (const { closer, opener, delimiter } of instruction.heredocs)
        if (!closer) report(opener, t("The heredoc has no closing line {0}.", delimiter));
      // The trigger is read only when it runs.
      if (instruction.keyword === "RUN" || instruction.trigger) continue;
      const last = instruction.words.at(-1);
      const opener = instruction.heredocs.find(
        ({ opener }) => opener.start === last?.start,
      )?.opener;
      if (opener) report(opener, t("A heredoc cannot be the destination."));
    }
  },
};
