// Finds base images with the tag `latest`.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { splitReference } from "../syntax/references.ts";
import { pinTag } from "./parts/pin-tag.ts";

export const DL3007: Rule<DockerfileDocument> = {
  code: "DL3007",
  aliases: [],
  severity: "warning",
  summary: "The tag latest moves: tomorrow the same file builds a different image.",
  scope: { stage: ["FROM"] },
  check({ stages }, report, context) {
    for (const { base } of stages) {
      if (!base) continue;
      const { tag, digest } = splitReference(base.text);
      if (tag === "latest" && digest === undefined)
        report(
          base,
          t(
            "The tag latest moves: tomorrow the same file builds a different image. Name a version.",
          ),
          {
            fixes: () => pinTag(base, context),
          },
        );
    }
  },
};
