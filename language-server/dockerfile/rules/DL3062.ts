// Finds programs of Go that name no version.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { operands } from "../shell/arguments.ts";
import { reportUnpinned } from "./parts/packages.ts";

export const DL3062: Rule<DockerfileDocument> = {
  code: "DL3062",
  aliases: [],
  severity: "warning",
  summary: "go takes whichever version is newest at the time; name one after an @.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "go")) {
      const [verb, ...packages] = operands(command, ["C"]);
      if (!verb || !["install", "get", "run"].includes(verb.text)) continue;
      const asked = verb.text === "run" ? packages.slice(0, 1) : packages;
      reportUnpinned(
        command,
        asked.filter(({ text }) => isLoose(text)),
        "@",
        report,
      );
    }
  },
};

function isLoose(text: string): boolean {
  if (/^[./$~]|\.go$|\.\.\.$/.test(text) && !text.includes("@")) return false;
  return !/@(?!latest$|none$)./.test(text);
}
