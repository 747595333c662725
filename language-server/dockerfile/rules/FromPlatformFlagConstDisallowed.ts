// A fixed platform in FROM.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const FromPlatformFlagConstDisallowed: Rule<DockerfileDocument> = {
  code: "FromPlatformFlagConstDisallowed",
  aliases: [],
  severity: "warning",
  summary: "With a fixed --platform the image cannot be built for other platforms.",
  scope: { stage: ["FROM"] },
  check({ stages, text }, report) {
    for (const { platform, name } of stages) {
      if (!platform?.value || platform.value.includes("$")) continue;
      const [os = "", arch = ""] = platform.value.toLowerCase().split("/");
      const stage = name?.text.toLowerCase() ?? "";
      const named = [os, arch].some((part) => part !== "" && stage.includes(part));
      if (named) continue;
      report(platform, t("The platform is fixed to {0}.", platform.value), {
        aliases: ["DL3029"],
        fixes: () => [
          {
            title: t("Remove --platform"),
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
