// Finds images from registries that the project does not trust.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { imageReferences, registryOf } from "../syntax/references.ts";

export const DL3026: Rule<DockerfileDocument> = {
  code: "DL3026",
  aliases: [],
  severity: "warning",
  summary: "Images should come from registries that the project trusts.",
  scope: { reads: ["FROM", "ARG", "COPY --from", "RUN --mount"] },
  check(document, report, { options }) {
    const trusted = options.trustedRegistries ?? [];
    if (trusted.length === 0) return;
    for (const image of imageReferences(document)) {
      const registry = registryOf(image.text);
      if (!trusted.some((pattern) => matches(pattern, registry)))
        report(image, t("The registry {0} is not one of the trusted ones.", registry));
    }
  },
};

/** A `*` at the start or end of the pattern stands for anything. */
function matches(pattern: string, registry: string): boolean {
  if (pattern === "*") return true;
  if (pattern.startsWith("*")) return registry.endsWith(pattern.slice(1));
  if (pattern.endsWith("*")) return registry.startsWith(pattern.slice(0, -1));
  return pattern === registry;
}
