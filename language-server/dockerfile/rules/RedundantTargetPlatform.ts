// `--platform=$TARGETPLATFORM`, which is the default.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const RedundantTargetPlatform: Rule<DockerfileDocument> = {
  code: "RedundantTargetPlatform",
  aliases: ["DL3065"],
  severity: "warning",
  summary: "FROM uses the target platform anyway; --platform=$TARGETPLATFORM changes nothing.",
  tags: ["unnecessary"],
  scope: { stage: ["FROM"] },
  check({ stages, text }, report) {
    for (const { platform } of stages) {
      if (!platform?.value || !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(platform.value))
        continue;
      report(platform, t("The target platform is the default."), {
        fixes: () => [
          {
            title: t("Remove --platform"),
            safe: true,
            edits: [
              {
                start: platform.start,
                end: platform.end + (text.slice(platform.end).match(/^[ \t]*/)?.[0].length ?? 0),
                newText: "",
              },
            ],
          },
        ],
      });
    }
  },
};
