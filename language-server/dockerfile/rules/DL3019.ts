// Finds apk add that leaves its index in the layer.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, mountsCache } from "../model/run-commands.ts";
import { hasFlag, hasWord, wordOf } from "../shell/arguments.ts";
import { addFlag } from "./parts/edits.ts";

export const DL3019: Rule<DockerfileDocument> = {
  code: "DL3019",
  aliases: [],
  severity: "info",
  summary: "apk leaves its package index in the layer; with --no-cache it does not.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "apk")) {
      if (!hasWord(command, "add") || hasFlag(command, "no-cache")) continue;
      if (mountsCache(command.run.instruction, "/var/cache/apk", "/etc/apk/cache")) continue;
      report(
        command.run.span(command),
        t("apk leaves its package index in the layer; with --no-cache it does not."),
        { fixes: () => [addFlag(command, wordOf(command, "add"), "--no-cache")] },
      );
    }
  },
};
