// Packages that each start of the container installs again.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";

const INSTALL =
  /\b(?:npm (?:ci|install|i)|yarn install|pnpm (?:install|i)|pip3? install|apt(?:-get)? (?:-\S+ )*(?:install|update)|apk (?:--\S+ )*add|bundle install|composer install)\b/;

export const InstallAtStart: Rule<DockerfileDocument> = {
  code: "InstallAtStart",
  aliases: [],
  severity: "info",
  summary: "Every start of a container would install this again; a RUN does it once.",
  scope: { each: ["CMD", "ENTRYPOINT"] },
  check(document, report) {
    for (const keyword of ["CMD", "ENTRYPOINT"])
      for (const { argumentSpan, argumentText, json } of document.byKeyword(keyword)) {
        const command = json?.map(({ text }) => text).join(" ") ?? argumentText;
        const found = INSTALL.exec(command)?.[0];
        if (found)
          report(
            argumentSpan,
            t(
              "Every start of a container runs {0} again, and needs the network for it. A RUN does it once.",
              found,
            ),
          );
      }
  },
};
