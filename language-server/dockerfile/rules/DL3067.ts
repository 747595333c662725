// Finds COPY of another stage's whole file system.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { unquote } from "../syntax/words.ts";

export const DL3067: Rule<DockerfileDocument> = {
  code: "DL3067",
  aliases: [],
  severity: "warning",
  summary:
    "Copying a stage's whole file system brings back everything the stage was meant to leave behind; copy only what is needed.",
  scope: { each: ["COPY"] },
  check(document, report) {
    for (const copy of document.byKeyword("COPY")) {
      if (!copy.flag("from")) continue;
      const words = copy.words.map(({ text }) => unquote(text));
      if (words.length > 1 && words.every((word) => word === "/"))
        report(
          copy.argumentSpan,
          t(
            "Copying a stage's whole file system brings back everything the stage was meant to leave behind; copy only what is needed.",
          ),
        );
    }
  },
};
