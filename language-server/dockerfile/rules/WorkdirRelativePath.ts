// WORKDIR that depends on where the base image is.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import { expand } from "../expand.ts";
import { lookupAt, stateAt } from "../scopes.ts";

export const WorkdirRelativePath: Rule<DockerfileDocument> = {
  code: "WorkdirRelativePath",
  aliases: [],
  severity: "warning",
  summary: "The first WORKDIR should be absolute; otherwise it depends on the base image.",
  check(document, report) {
    for (const workdir of document.byKeyword("WORKDIR")) {
      const [path] = workdir.words;
      if (!path) continue;
      const { value } = expand(path.text, document.escape, lookupAt(document, workdir));
      const relative = !/^(?:[\\/]|[a-z]:[\\/]?)/i.test(value);
      if (!relative) continue;
      const first = !stateAt(document, workdir, "WORKDIR");
      // hadolint looks at each one, but not at variables.
      const hadolint = !/^["']?(?:[\\/$]|[a-z]:)/i.test(path.text);
      if (!first && !hadolint) continue;
      const fixes = () => [
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
      ];
      if (first)
        report(path, t("The folder depends on the base image. Begin it with /."), {
          fixes,
          aliases: hadolint ? ["DL3000"] : [],
        });
    }
  },
};
