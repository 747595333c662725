// Finds base images without a tag or digest.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { isVariable, splitReference } from "../syntax/references.ts";
import { pinTag } from "./parts/pin-tag.ts";

export const DL3006: Rule<DockerfileDocument> = {
  code: "DL3006",
  aliases: [],
  severity: "warning",
  summary: "Without a tag, each build may get a different base image.",
  scope: { stage: ["FROM"] },
  check({ stages }, report, context) {
    for (const { base, parent } of stages) {
      if (!base || parent || base.text === "scratch" || isVariable(base.text)) continue;
      const { tag, digest } = splitReference(base.text);
      if (tag === undefined && digest === undefined)
        report(
          base,
          t("Pin {0} to a version: without one, each build may get a different image.", base.text),
          { fixes: () => pinTag(base, context) },
        );
    }
  },
};
