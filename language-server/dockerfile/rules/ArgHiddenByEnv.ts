// A build argument whose value an ENV of the same name covers.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { variableAt } from "../model/scopes.ts";

export const ArgHiddenByEnv: Rule<DockerfileDocument> = {
  code: "ArgHiddenByEnv",
  aliases: [],
  severity: "warning",
  summary: "ENV takes precedence over ARG: the build argument of the same name has no effect.",
  scope: { stage: ["ARG", "ENV"], namesLines: true },
  check(document, report) {
    if (document.byKeyword("ENV").length === 0) return;
    for (const arg of document.byKeyword("ARG")) {
      if (!document.stageOf(arg)) continue;
      for (const { key } of arg.pairs) {
        const env = variableAt(document, arg, key.text);
        if (env?.kind !== "env") continue;
        // `ARG a` and `ENV a=$a` belong together; the second ARG of another stage repeats it.
        if (
          env.pair.value?.text.includes(`$${key.text}`) ||
          env.pair.value?.text.includes(`{${key.text}`)
        )
          continue;
        const line = document.lines.lineAt(env.instruction.span.start) + 1;
        report(
          key,
          t(
            "ENV in line {0} already sets {1} and takes precedence over ARG: --build-arg {1} has no effect.",
            line,
            key.text,
          ),
        );
      }
    }
  },
};
