// Finds packages of apk that name no version.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasWord, operands } from "../shell/arguments.ts";
import { reportUnpinned } from "./parts/packages.ts";

const valued = [
  "t",
  "virtual",
  "repository",
  "X",
  "arch",
  "keys-dir",
  "p",
  "root",
  "wait",
  "cache-dir",
  "cache-max-age",
];

export const DL3018: Rule<DockerfileDocument> = {
  code: "DL3018",
  aliases: [],
  severity: "warning",
  summary: "apk installs whichever version is newest at the time; name one.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "apk")) {
      if (!hasWord(command, "add")) continue;
      const unpinned = operands(command, valued).filter(
        ({ text }) => text !== "add" && !/[=<>~]|\.apk$/.test(text),
      );
      reportUnpinned(command, unpinned, "=", report);
    }
  },
};
