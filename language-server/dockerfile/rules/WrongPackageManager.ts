// A package manager that the base image does not have.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { baseOf, type Family, mentions } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import {
  commandsOf,
  programPlace,
  type RunCommand,
  type RunScript,
} from "../model/run-commands.ts";
import { operands } from "../shell/arguments.ts";

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
    const told = new Set<RunScript>();
    for (const command of commandsOf(document, ...Object.keys(managers))) {
      const { run } = command;
      const { instruction } = run;
      if (told.has(run)) continue;
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
      told.add(run);
      report(
        programPlace(command),
        t("{0} has no {1}; write {2}.", base.word.text, command.name, instead),
        { fixes: () => rewritten(run, base.family) },
      );
    }
  },
};

/** How each family installs, with what belongs to it. */
const install: Readonly<Partial<Record<Family, (packages: string) => string>>> = {
  alpine: (packages) => `apk add --no-cache ${packages}`,
  debian: (packages) =>
    `apt-get update && apt-get install -y --no-install-recommends ${packages} && rm -rf /var/lib/apt/lists/*`,
  rpm: (packages) => `dnf install -y ${packages} && dnf clean all`,
};

/** The whole script, where it does nothing but install; packages may have other names there. */
function rewritten({ commands, script, span, exec }: RunScript, family?: Family): readonly Fix[] {
  const line = family && install[family];
  const isPart = ({ name, args, depth, after }: RunCommand) =>
    depth === 0 &&
    /^(?:&&|;|)$/.test(after) &&
    (name in managers ||
      (name === "rm" && args.some(({ text }) => /\/(?:lists|cache)\b/.test(text))));
  if (!line || exec || !commands.every(isPart)) return [];
  const packages = commands
    .filter(({ args }) => args.some(({ text }) => /^(?:install|add)$/.test(text)))
    .flatMap((command) => operands(command, ["t", "virtual"]).slice(1))
    .map(({ text }) => text.replace(/[=~<>].*/, ""));
  if (packages.length === 0 || packages.some((name) => !/^[\w.+-]+$/.test(name))) return [];
  const newText = line(packages.join(" "));
  const end = script.text.trimEnd().length;
  return [{ title: t("Change to {0}", newText), edits: [{ ...span({ start: 0, end }), newText }] }];
}

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
