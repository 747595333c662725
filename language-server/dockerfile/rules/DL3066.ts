// Finds USER by name, which a cluster cannot check.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import { expand } from "../packages.ts";
import { isVariable } from "../references.ts";
import { unquote } from "../words.ts";

export const DL3066: Rule<DockerfileDocument> = {
  code: "DL3066",
  aliases: [],
  severity: "info",
  summary: "By a number, a cluster can tell that the user is not root; by a name, it cannot.",
  check(document, report) {
    for (const instruction of document.byKeyword("USER")) {
      const name = unquote(instruction.argumentText);
      if (name === "" || /^\d+(?::\d+)?$/.test(name)) continue;
      if (isVariable(name) && expand(document, instruction, name) === "root") continue;
      report(
        instruction.argumentSpan,
        t("By a number, a cluster can tell that the user is not root; by a name, it cannot."),
      );
    }
  },
};
