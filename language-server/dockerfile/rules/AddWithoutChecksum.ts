// A download by ADD that nothing compares with what was meant.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { unquote } from "../syntax/words.ts";

export const AddWithoutChecksum: Rule<DockerfileDocument> = {
  code: "AddWithoutChecksum",
  aliases: [],
  severity: "info",
  summary: "Without --checksum nobody notices when the downloaded file has changed.",
  scope: { each: ["ADD"] },
  check(document, report) {
    for (const add of document.byKeyword("ADD")) {
      if (add.flag("checksum")) continue;
      for (const source of add.words.slice(0, -1)) {
        const address = unquote(source.text);
        if (!/^https?:\/\//.test(address) || /\.git(?:[#?]|$)/.test(address)) continue;
        report(
          source,
          t("Without --checksum=sha256:… nobody notices when the downloaded file has changed."),
        );
      }
    }
  },
};
