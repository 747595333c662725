// Finds names of ARG and ENV that tell of accounts, not quite of secrets.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { isBeforeStages, looksPrivate, looksSecret } from "./parts/secrets.ts";

export const DL3064: Rule<DockerfileDocument> = {
  code: "DL3064",
  aliases: [],
  severity: "hint",
  summary:
    "By its name, the variable belongs to an account; everyone who has the image can read it.",
  scope: { each: ["ENV", "ARG"] },
  check(document, report) {
    for (const keyword of ["ARG", "ENV"])
      for (const instruction of document.byKeyword(keyword)) {
        // In a stage, what looks like a secret is SecretsUsedInArgOrEnv's affair.
        const takesSecrets = isBeforeStages(document, instruction);
        for (const { key } of instruction.pairs)
          if (looksPrivate(key.text) && (takesSecrets || !looksSecret(key.text)))
            report(
              key,
              t(
                "By its name, {0} belongs to an account; everyone who has the image can read it.",
                key.text,
              ),
            );
      }
  },
};
