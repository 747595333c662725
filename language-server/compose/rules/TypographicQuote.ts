import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../project/model.ts";

export const TypographicQuote: Rule<ComposeModel> = {
  code: "TypographicQuote",
  aliases: [],
  severity: "warning",
  summary: "For YAML only straight quotes are quotes; curly ones become part of the value.",
  check({ document }, report) {
    if (!curly.some((quote) => document.text.includes(quote))) return;
    for (const { parts } of document.readings.flat())
      for (const part of parts) {
        if ("keySpan" in part || part.kind !== "scalar" || part.style !== "plain") continue;
        if (!/^[“”„‘’«]/.test(part.text)) continue;
        const inner = part.text.replace(/^[“”„‘’«]|[“”’»]$/g, "");
        report(part, t("Only straight quotes are quotes; these become part of the value."), {
          fixes: () =>
            /["\\\n]/.test(inner)
              ? []
              : [
                  {
                    title: t('Write "{0}"', inner),
                    edits: [{ start: part.start, end: part.end, newText: `"${inner}"` }],
                    safe: true,
                  },
                ],
        });
      }
  },
};

const curly = [..."“”„‘’«"];
