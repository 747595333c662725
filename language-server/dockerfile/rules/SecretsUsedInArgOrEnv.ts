// Secrets that end up in the image, by the name of their variable.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";

const SECRET = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const HARMLESS = /(?:_|^)(?:public|file|version)(?:_|$)/i;

export const SecretsUsedInArgOrEnv: Rule<DockerfileDocument> = {
  code: "SecretsUsedInArgOrEnv",
  aliases: ["DL3064"],
  severity: "warning",
  summary: "ARG and ENV are readable in the image; hand secrets over with RUN --mount=type=secret.",
  check(document, report) {
    for (const keyword of ["ARG", "ENV"])
      for (const { pairs } of document.byKeyword(keyword))
        for (const { key } of pairs)
          if (SECRET.test(key.text) && !HARMLESS.test(key.text))
            report(
              key,
              t("{0} looks like a secret; everybody who has the image can read it.", key.text),
            );
  },
};
