import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { isRefusal, parseMount } from "../formats.ts";
import type { ComposeModel } from "../project/model.ts";
import { certain, ownItems, requoted } from "../project/services.ts";

export const WindowsPath: Rule<ComposeModel> = {
  code: "WindowsPath",
  aliases: [],
  severity: "warning",
  summary:
    "A path on one Windows machine works nowhere else; write it relative to the file's folder.",
  scope: { each: ["services"] },
  check(model, report) {
    for (const { item } of ownItems(model, "volumes")) {
      const text = certain(item);
      const mount = text && parseMount(text.text);
      if (!text || !mount || isRefusal(mount)) continue;
      const { source, target } = mount;
      if (/^[A-Za-z]:[\\/]/.test(source)) {
        report(
          text,
          t("{0} is a path on one Windows machine; a path such as ./data works on all.", source),
        );
        continue;
      }
      if (!/^\.{1,2}\\|^\w+\\/.test(source) && !target.includes("\\")) continue;
      const better = text.text.replaceAll("\\", "/");
      report(text, t("Write the path with /: the backslash works on Windows only."), {
        fixes: () => [
          {
            title: t("Write {0}", better),
            edits: [{ start: text.start, end: text.end, newText: requoted(text, better) }],
            safe: true,
          },
        ],
      });
    }
  },
};
