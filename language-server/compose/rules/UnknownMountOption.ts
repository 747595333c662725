import { t } from "../../l10n.ts";
import type { Report, Rule } from "../../lint/rule.ts";
import { isRefusal, parseMount } from "../formats.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, ownItems } from "../project/services.ts";
import { nearest } from "../schema/nearest.ts";
import type { ScalarNode } from "../yaml/tree.ts";

const options =
  "ro rw z Z nocopy copy cached delegated consistent private rprivate shared rshared slave rslave rbind volume-nocopy U idmap".split(
    " ",
  );

export const UnknownMountOption: Rule<ComposeModel> = {
  code: "UnknownMountOption",
  aliases: [],
  severity: "warning",
  summary: "Compose drops what it does not know after the second colon of a mount.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { item } of ownItems(model, "volumes")) {
      const text = certain(item);
      const mount = text && parseMount(text.text);
      if (!text || !mount || isRefusal(mount)) continue;
      for (const option of mount.options)
        if (!options.includes(option)) reportOption(text, option, report);
    }
  },
};

function reportOption(text: ScalarNode, option: string, report: Report): void {
  const [near] = nearest(option, options);
  const message =
    near === undefined
      ? t('"{0}" is not an option of a mount; Compose ignores it.', option)
      : t(
          '"{0}" is not an option of a mount; Compose ignores it. Did you mean "{1}"?',
          option,
          near,
        );
  const start = text.source.text.lastIndexOf(option, text.end);
  const span = { start, end: start + option.length };
  // Over several lines it is rather the whole text that is wrong.
  const isWhole = start <= text.start || text.source.text.slice(text.start, start).includes("\n");
  if (isWhole) report(text, message);
  else
    report(span, message, {
      fixes: () =>
        near === undefined
          ? []
          : [
              {
                title: t('Change "{0}" to "{1}"', option, near),
                edits: [{ ...span, newText: near }],
              },
            ],
    });
}
