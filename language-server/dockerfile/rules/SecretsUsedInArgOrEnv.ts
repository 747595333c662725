// Secrets that end up in the image, by the name of their variable.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { looksPrivate, looksSecret, secretMount, withoutSecret } from "./parts/secrets.ts";

export const SecretsUsedInArgOrEnv: Rule<DockerfileDocument> = {
  code: "SecretsUsedInArgOrEnv",
  aliases: ["DL3064"],
  severity: "warning",
  summary: "ARG and ENV can be read in the image; pass secrets with RUN --mount=type=secret.",
  scope: { each: ["ENV", "ARG"] },
  check(document, report) {
    for (const keyword of ["ARG", "ENV"])
      for (const instruction of document.byKeyword(keyword))
        for (const { key } of instruction.pairs)
          if (looksSecret(key.text))
            report(
              key,
              t("{0} looks like a secret; everyone who has the image can read it.", key.text),
              {
                aliases: looksPrivate(key.text) ? ["DL3064"] : [],
                fixes: () => [
                  ...secretMount(document, instruction),
                  ...withoutSecret(document, instruction),
                ],
              },
            );
  },
};
