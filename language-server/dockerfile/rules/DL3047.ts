// Finds wget that fills the build's log with its progress.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, programPlace } from "../model/run-commands.ts";
import { hasFlag } from "../shell/arguments.ts";
import { addFlag } from "./parts/edits.ts";

const quiet = ["progress", "q", "quiet", "o", "output-file", "a", "append-output", "no-verbose"];

export const DL3047: Rule<DockerfileDocument> = {
  code: "DL3047",
  aliases: [],
  severity: "info",
  summary:
    "The progress of wget fills the log of the build; --progress=dot:giga or -nv keeps it short.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "wget")) {
      if (hasFlag(command, ...quiet) || command.args.some(({ text }) => text.startsWith("-nv")))
        continue;
      report(
        programPlace(command),
        t(
          "The progress of wget fills the log of the build; --progress=dot:giga or -nv keeps it short.",
        ),
        { fixes: () => [addFlag(command, undefined, "--progress=dot:giga")] },
      );
    }
  },
};
