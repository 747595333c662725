// Variables of FROM that no ARG declares.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { platformArgs } from "../model/build-args.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { globalVariable } from "../model/scopes.ts";
import type { Stage } from "../model/stages.ts";
import { nearest } from "../suggest.ts";
import { variableUses } from "../syntax/expand.ts";

export const UndefinedArgInFrom: Rule<DockerfileDocument> = {
  code: "UndefinedArgInFrom",
  aliases: [],
  severity: "warning",
  summary: "FROM uses a variable that no ARG before the first FROM declares.",
  scope: { stage: ["FROM"] },
  check(document, report) {
    const names = () => [
      ...document.globalArgs.flatMap(({ pairs }) => pairs.map(({ key }) => key.text)),
      ...platformArgs.keys(),
    ];
    for (const stage of document.stages)
      for (const { name, span } of usesInFrom(stage, document.escape)) {
        if (globalVariable(document, name) || platformArgs.has(name)) continue;
        const near = nearest(name, names());
        report(
          span,
          near
            ? t("No ARG before the first FROM declares {0}. Did you mean {1}?", name, near)
            : t("No ARG before the first FROM declares {0}.", name),
        );
      }
  },
};

function usesInFrom({ base, platform, from }: Stage, escapeChar: string) {
  const words = [
    ...(base ? [base] : []),
    ...(platform ? [{ text: platform.raw, offset: platform.offset }] : []),
  ];
  return words.flatMap(({ text, offset }) =>
    variableUses(text, escapeChar).map(({ name, start, end }) => ({
      name,
      span: from.cooked.span(offset + start, offset + end),
    })),
  );
}
