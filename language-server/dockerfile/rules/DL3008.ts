// Finds packages of apt-get that name no version.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasWord, operands } from "../shell/arguments.ts";
import { reportUnpinned } from "./parts/packages.ts";

export const DL3008: Rule<DockerfileDocument> = {
  code: "DL3008",
  aliases: [],
  severity: "warning",
  summary: "apt-get installs whichever version is newest at the time; name one.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "apt-get")) {
      if (!hasWord(command, "install")) continue;
      const packages = operands(command, ["t", "target-release"]);
      const unpinned = packages.filter(
        ({ text }) => text !== "install" && !/[=/]|\.deb$/.test(text),
      );
      reportUnpinned(command, unpinned, "=", report);
    }
  },
};
