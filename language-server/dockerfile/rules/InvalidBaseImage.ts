// Base images whose reference BuildKit cannot read.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { lookupAt, variableAt } from "../model/scopes.ts";
import { expand } from "../syntax/expand.ts";

const REFERENCE =
  /^(?:(?:[a-zA-Z0-9](?:[a-zA-Z0-9.-]*[a-zA-Z0-9])?|\[[a-fA-F0-9:]+\])(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?$/;
const DIGEST_LENGTH: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

export const InvalidBaseImage: Rule<DockerfileDocument> = {
  code: "InvalidBaseImage",
  aliases: ["InvalidDefaultArgInFrom"],
  severity: "error",
  summary: "The base image is not a valid reference.",
  scope: { stage: ["FROM"] },
  check(document, report) {
    for (const { base, parent, from } of document.stages) {
      if (!base || parent || base.text === "scratch") continue;
      const lookup = lookupAt(document, from);
      const { value, problem, uses } = expand(base.text, document.escape, lookup);
      // With build arguments in it, only what no argument can help is refused.
      if (problem || uses.some(({ name }) => variableAt(document, from, name))) continue;
      if (value === "") report(base, t("The base image is blank."));
      else if (!isReference(value)) report(base, t("{0} is not a valid image reference.", value));
    }
  },
};

/** Whether a text is `sha256:…` in the length that the algorithm has. */
export function isDigest(text: string): boolean {
  const [, algorithm = "", hex = ""] = /^(\w+):([0-9a-f]+)$/.exec(text) ?? [];
  return DIGEST_LENGTH[algorithm] === hex.length;
}

/** Whether a text is an image reference that BuildKit can read. */
export function isReference(text: string): boolean {
  const [, algorithm = "", hex = ""] = /@([^:]+):(.*)$/.exec(text) ?? [];
  if (
    algorithm &&
    DIGEST_LENGTH[algorithm] !== undefined &&
    hex.length !== DIGEST_LENGTH[algorithm]
  )
    return false;
  return REFERENCE.test(text) && !/^[0-9a-f]{64}$/.test(text);
}
