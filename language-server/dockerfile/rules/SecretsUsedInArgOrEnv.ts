// Secrets that end up in the image, by the name of their variable.
import { t } from "../../l10n.ts";
import type { Report, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import {
  isBeforeStages,
  looksPrivate,
  looksSecret,
  secretMount,
  withoutSecret,
} from "./parts/secrets.ts";

export const SecretsUsedInArgOrEnv: Rule<DockerfileDocument> = {
  code: "SecretsUsedInArgOrEnv",
  aliases: ["DL3064"],
  severity: "warning",
  summary: "ARG and ENV can be read in the image; pass secrets with RUN --mount=type=secret.",
  scope: { each: ["ENV", "ARG"] },
  check(document, report) {
    for (const keyword of ["ARG", "ENV"])
      for (const instruction of document.byKeyword(keyword))
        if (!isBeforeStages(document, instruction)) checkNames(document, instruction, report);
  },
};

function checkNames(document: DockerfileDocument, instruction: Instruction, report: Report): void {
  for (const { key } of instruction.pairs)
    if (looksSecret(key.text))
      report(key, t("{0} looks like a secret; everyone who has the image can read it.", key.text), {
        aliases: looksPrivate(key.text) ? ["DL3064"] : [],
        fixes: () => [
          ...secretMount(document, instruction),
          ...withoutSecret(document, instruction),
        ],
      });
}
