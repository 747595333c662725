// Finds packages of npm that name no version.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { operands } from "../shell/arguments.ts";
import { reportUnpinned } from "./parts/packages.ts";

const valued = ["loglevel", "prefix", "registry", "tag", "cache", "omit", "include"];

export const DL3016: Rule<DockerfileDocument> = {
  code: "DL3016",
  aliases: [],
  severity: "warning",
  summary: "npm installs whichever version is newest at the time; name one.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "npm")) {
      const [verb, ...packages] = operands(command, valued);
      if (!verb || !["install", "i", "add"].includes(verb.text)) continue;
      reportUnpinned(
        command,
        packages.filter(({ text }) => !isPinned(text)),
        "@",
        report,
      );
    }
  },
};

function isPinned(text: string): boolean {
  if (/^git(?:\+\w+)?:/.test(text)) return text.includes("#");
  if (/^[/.~]|\.(?:tgz|tar|tar\.gz)$/.test(text)) return true;
  return text.replace(/^@/, "").includes("@");
}
