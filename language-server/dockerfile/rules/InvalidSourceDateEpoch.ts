// A SOURCE_DATE_EPOCH that is no time.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { unquote } from "../syntax/words.ts";

export const InvalidSourceDateEpoch: Rule<DockerfileDocument> = {
  code: "InvalidSourceDateEpoch",
  aliases: [],
  severity: "error",
  summary: "SOURCE_DATE_EPOCH must be a number of seconds.",
  scope: { reads: ["FROM", "ARG"] },
  check({ globalArgs }, report) {
    for (const { pairs } of globalArgs)
      for (const { key, value } of pairs) {
        if (key.text !== "SOURCE_DATE_EPOCH" || !value || value.text.includes("$")) continue;
        const seconds = unquote(value.text);
        if (seconds !== "" && !/^-?\d+$/.test(seconds))
          report(value, t("SOURCE_DATE_EPOCH must be a number of seconds, not {0}.", seconds));
      }
  },
};
