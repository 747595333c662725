// Finds apt-get install that takes recommended packages along.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasFlag, hasWord, wordOf } from "../shell/arguments.ts";
import { addFlag } from "./parts/edits.ts";

export const DL3015: Rule<DockerfileDocument> = {
  code: "DL3015",
  aliases: [],
  severity: "info",
  summary:
    "apt-get also installs packages that are merely recommended; --no-install-recommends keeps the image small.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "apt-get")) {
      if (!hasWord(command, "install") || hasFlag(command, "no-install-recommends")) continue;
      if (command.args.some(({ text }) => /APT::Install-Recommends=(?:false|0|no)/i.test(text)))
        continue;
      report(
        command.run.span(command),
        t(
          "apt-get also installs packages that are merely recommended; --no-install-recommends keeps the image small.",
        ),
        {
          fixes: () => [addFlag(command, wordOf(command, "install"), "--no-install-recommends")],
        },
      );
    }
  },
};
