// A package manager that the base image does not have.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { baseOf, type Family, mentions } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, programPlace, type RunCommand } from "../model/run-commands.ts";

const managers: Readonly<Record<string, Family>> = {
  apk: "alpine",
  "apt-get": "debian",
  apt: "debian",
  yum: "rpm",
  dnf: "rpm",
  microdnf: "rpm",
};
const own: Readonly<Partial<Record<Family, string>>> = {
  alpine: "apk add",
  debian: "apt-get install",
  rpm: "dnf install",
};

export const WrongPackageManager: Rule<DockerfileDocument> = {
  code: "WrongPackageManager",
  aliases: [],
  severity: "warning",
  summary: "The base image has another package manager.",
  scope: { stage: ["RUN", "COPY", "ADD"] },
  check(document, report) {
    for (const command of commandsOf(document, ...Object.keys(managers))) {
      const { instruction } = command.run;
      const base = baseOf(document, instruction);
      const instead = base?.family && own[base.family];
      if (!base || !instead || base.family === managers[command.name]) continue;
      if (instruction.onbuild || isGuarded(command)) continue;
      // Somebody may have installed it.
      if (
        mentions(
          document,
          base.stage,
          new RegExp(`(?:install|add)\\b[^\\n&;]*\\s${command.name}(?:\\s|$)`),
        )
      )
        continue;
      report(
        programPlace(command),
        t("{0} has no {1}; write {2}.", base.word.text, command.name, instead),
      );
    }
  },
};

/** Scripts for several systems ask first, or try one after the other. */
function isGuarded({ depth, before, after, condition, run }: RunCommand): boolean {
  return (
    depth > 0 ||
    condition ||
    before === "||" ||
    after === "||" ||
    /\b(?:command -v|which|os-release)\b/.test(run.script.text)
  );
}
