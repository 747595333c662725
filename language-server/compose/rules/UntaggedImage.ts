import { splitReference } from "../../dockerfile/syntax/references.ts";
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, requoted, servicesOf } from "../project/services.ts";
import { at, type ScalarNode } from "../yaml/tree.ts";

export const UntaggedImage: Rule<ComposeModel> = {
  code: "UntaggedImage",
  aliases: ["service-image-require-explicit-tag"],
  severity: "hint",
  summary: "Pin an image to a version: without one, each machine may get a different image.",
  scope: { each: ["services"] },
  check(model, report, { host }) {
    for (const { node } of servicesOf(model)) {
      const image = certain(at(node, "image"));
      if (!image || image.source !== model.source || at(node, "build") || image.unset) continue;
      const { name, tag, digest } = splitReference(image.text);
      if (name === "" || digest || (tag !== undefined && tag !== "latest")) continue;
      report(image, t("Pin {0} to a version, such as {0}:1.2.", name), {
        fixes: () => tagFixes(image, name, host.engine?.images() ?? []),
      });
    }
  },
};

/** The tags that the engine has of it. */
function tagFixes(image: ScalarNode, name: string, images: readonly string[]): readonly Fix[] {
  if (image.raw) return [];
  return images
    .filter((one) => one.startsWith(`${name}:`) && !one.endsWith(":latest"))
    .sort()
    .reverse()
    .slice(0, 5)
    .map((one) => ({
      title: t("Pin to {0}", one),
      edits: [{ start: image.start, end: image.end, newText: requoted(image, one) }],
    }));
}
