// Every relative WORKDIR; the first one of a stage is WorkdirRelativePath's affair.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stateAt } from "../model/scopes.ts";

export const DL3000: Rule<DockerfileDocument> = {
  code: "DL3000",
  aliases: [],
  severity: "hint",
  summary: "Write WORKDIR with an absolute path.",
  scope: { stage: ["WORKDIR"] },
  check(document, report) {
    for (const workdir of document.byKeyword("WORKDIR")) {
      const [path] = workdir.words;
      if (!path || /^["']?(?:[\\/$]|[a-z]:)/i.test(path.text)) continue;
      // The first one of a chain of stages is BuildKit's finding.
      if (!stateAt(document, workdir, "WORKDIR")) continue;
      report(path, t("The folder depends on the WORKDIR before it. Begin it with /."), {
        fixes: () => [
          {
            title: t("Make the path absolute"),
            edits: [
              {
                start: path.start,
                end: path.end,
                newText: path.text.replace(/^(["']?)(?:\.\/)?/, "$1/"),
              },
            ],
          },
        ],
      });
    }
  },
};
