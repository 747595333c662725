// Finds packages of zypper that name no version.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasWord, operands } from "../shell/arguments.ts";
import { reportUnpinned } from "./parts/packages.ts";

export const DL3037: Rule<DockerfileDocument> = {
  code: "DL3037",
  aliases: [],
  severity: "warning",
  summary: "zypper installs whichever version is newest at the time; name one.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "zypper")) {
      if (!hasWord(command, "install", "in")) continue;
      const unpinned = operands(command).filter(
        ({ text }) => !["install", "in"].includes(text) && !/[=<>]|\.rpm$/.test(text),
      );
      reportUnpinned(command, unpinned, "=", report);
    }
  },
};
