// Finds packages of yum that name no version.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import { reportUnpinned, unpinnedRpms } from "../packages.ts";
import { commandsOf } from "../run-commands.ts";

export const DL3033: Rule<DockerfileDocument> = {
  code: "DL3033",
  aliases: [],
  severity: "warning",
  summary: "yum installs whatever version is newest at the time; name one.",
  scope: { each: ["RUN"], reads: ["ENV", "ARG"] },
  check(document, report) {
    for (const command of commandsOf(document, "yum"))
      reportUnpinned(command, unpinnedRpms(document, command, ["install"]), report);
  },
};
