// Finds packages of yum that name no version.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { reportUnpinned, unpinnedRpms } from "./parts/packages.ts";

export const DL3033: Rule<DockerfileDocument> = {
  code: "DL3033",
  aliases: [],
  severity: "warning",
  summary: "yum installs whichever version is newest at the time; name one.",
  scope: { each: ["RUN"], stage: ["ENV"], reads: ["ARG"] },
  check(document, report) {
    for (const command of commandsOf(document, "yum"))
      reportUnpinned(command, unpinnedRpms(document, command, ["install"]), "-", report);
  },
};
