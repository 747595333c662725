// A shell-form ENTRYPOINT, to which CMD is not handed over.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const ShellEntrypointIgnoresCmd: Rule<DockerfileDocument> = {
  code: "ShellEntrypointIgnoresCmd",
  aliases: [],
  severity: "warning",
  summary: "An ENTRYPOINT in shell form ignores CMD and the arguments of docker run.",
  scope: { stage: ["CMD", "ENTRYPOINT"] },
  check({ stages }, report) {
    for (const { instructions } of stages) {
      const entrypoint = instructions.findLast(({ keyword }) => keyword === "ENTRYPOINT");
      const cmd = instructions.findLast(({ keyword }) => keyword === "CMD");
      if (!entrypoint || !cmd || entrypoint.json || entrypoint.argumentText === "") continue;
      report(cmd.keywordSpan, t("The ENTRYPOINT is in shell form, so this CMD has no effect."), {
        related: [{ span: entrypoint.span, message: t("Write it in the JSON form.") }],
      });
    }
  },
};
