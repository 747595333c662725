// Finds ADD of plain files, for which COPY is meant.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { unquote } from "../syntax/words.ts";
import { replacement } from "./parts/edits.ts";

const archive = /\.(?:tar|gz|bz2|xz|zst|Z|lz|lzma|tgz|tbz2?|txz|tlz|tz2|tpz|tZ)$/;
const special = /^(?:https?|ftp|git|ssh):\/\/|^git@/;

export const DL3020: Rule<DockerfileDocument> = {
  code: "DL3020",
  aliases: [],
  severity: "warning",
  summary: "COPY says what is meant: ADD also unpacks archives and downloads URLs.",
  scope: { each: ["ADD"] },
  check(document, report) {
    for (const instruction of document.byKeyword("ADD")) {
      const sources = instruction.words.slice(0, -1).map(({ text }) => unquote(text));
      if (sources.length === 0 || sources.some((source) => source.startsWith("<<"))) continue;
      if (instruction.flag("checksum") || instruction.flag("keep-git-dir")) continue;
      if (sources.every((source) => archive.test(source) || special.test(source))) continue;
      report(
        instruction.keywordSpan,
        t("COPY says what is meant: ADD also unpacks archives and downloads URLs."),
        {
          fixes: () =>
            sources.some((source) => archive.test(source) || special.test(source))
              ? []
              : [replacement(t("Use COPY"), instruction.keywordSpan, "COPY")],
        },
      );
    }
  },
};
