// Finds USER by name, which a cluster cannot check.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { unquote } from "../syntax/words.ts";

export const DL3066: Rule<DockerfileDocument> = {
  code: "DL3066",
  aliases: [],
  severity: "info",
  summary: "Name the user by number: from a name, a cluster cannot tell whether it is root.",
  scope: { each: ["USER"], reads: ["ARG"] },
  check(document, report) {
    const args = new Set(
      document.byKeyword("ARG").flatMap(({ pairs }) => pairs.map(({ key }) => key.text)),
    );
    for (const instruction of document.byKeyword("USER")) {
      const user = unquote(instruction.argumentText).split(":", 1)[0] ?? "";
      if (user === "" || /^\d+$/.test(user)) continue;
      // Whoever builds it may give a number.
      const [, variable] = /^\$\{?(\w+)/.exec(user) ?? [];
      if (variable !== undefined && args.has(variable)) continue;
      report(
        instruction.argumentSpan,
        t("Name the user by number: from a name, a cluster cannot tell whether it is root."),
      );
    }
  },
};
