// Sources and options of COPY and ADD that BuildKit refuses.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import type { Instruction } from "../instruction.ts";

export const InvalidCopySource: Rule<DockerfileDocument> = {
  code: "InvalidCopySource",
  aliases: [],
  severity: "error",
  summary: "COPY cannot take a URL, nor --from or --chmod what BuildKit cannot resolve.",
  check(document, report) {
    for (const copy of document.byKeywordDeep("COPY")) {
      const from = copy.flag("from");
      if (from?.value?.includes("$"))
        report(from, t("--from cannot hold a variable. Name a stage that begins FROM it."));
      for (const source of copy.words.slice(0, -1))
        if (/^(?:https?|ftp):\/\//.test(source.text))
          report(source, t("COPY cannot take a URL; ADD can."), {
            fixes: () => [
              {
                title: t("Change to {0}", "ADD"),
                edits: [{ ...copy.keywordSpan, newText: "ADD" }],
              },
            ],
          });
    }
    for (const keyword of ["COPY", "ADD"])
      for (const instruction of document.byKeywordDeep(keyword)) checkMode(instruction);
    function checkMode(instruction: Instruction): void {
      const mode = instruction.flag("chmod");
      if (mode?.value && /^\d+$/.test(mode.value) && !/^0*[0-7]{1,4}$/.test(mode.value))
        report(mode, t("--chmod is an octal number up to 7777."));
    }
  },
};
