// COPY of all files before the dependencies are installed: each edit of a file installs them anew.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { contextPath, contextSources } from "../model/build-context.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type RunCommand, runsWith } from "../model/run-commands.ts";
import { flagValue, operands } from "../shell/arguments.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { unquote } from "../syntax/words.ts";
import { lineAbove, lineEnd, withoutInstruction } from "../whole-lines.ts";
import { loneCommand } from "./parts/lone-command.ts";

/** The files that an installer reads, by its first words; patterns, since a lock file may be missing. */
const MANIFESTS: Readonly<Record<string, string>> = {
  "npm ci": "package*.json",
  "npm install": "package*.json",
  "npm i": "package*.json",
  yarn: "package.json yarn.lock*",
  "yarn install": "package.json yarn.lock*",
  "pnpm install": "package.json pnpm-lock.yaml*",
  "pnpm i": "package.json pnpm-lock.yaml*",
  "go mod download": "go.mod go.sum*",
  "bundle install": "Gemfile Gemfile.lock*",
};

const INSTALLERS = ["npm", "yarn", "pnpm", "go", "bundle", "pip", "pip3"];

interface Install {
  readonly command: RunCommand;
  readonly files: string;
}

export const CopyBeforeInstall: Rule<DockerfileDocument> = {
  code: "CopyBeforeInstall",
  aliases: [],
  severity: "info",
  summary:
    "Copy the list of dependencies, install, then copy the rest: otherwise each edit installs everything again.",
  scope: { stage: ["RUN", "COPY", "ADD"], namesLines: true },
  check(document, report) {
    const installs = new Map<Instruction, Install>();
    for (const run of runsWith(document, INSTALLERS))
      for (const command of run.commands) {
        const files = manifestOf(command);
        if (files && !installs.has(run.instruction))
          installs.set(run.instruction, { command, files });
      }
    if (installs.size === 0) return;
    for (const { instructions } of document.stages) {
      const copy = instructions.find(takesAll);
      const run = copy && instructions.find((one) => one.index > copy.index && installs.has(one));
      const install = run && installs.get(run);
      if (!copy || !run || !install || isInstalled(instructions, copy, installs)) continue;
      const line = document.lines.lineAt(run.span.start) + 1;
      report(
        copy.argumentSpan,
        t(
          "After each edit of a file, line {0} installs everything again. Copy {1} first, install, then copy the rest.",
          line,
          install.files.replace(/\*/g, (star, at: number, all: string) =>
            all[at + 1] === "." ? star : "",
          ),
        ),
        { fixes: () => reordered(document, instructions, copy, install) },
      );
    }
  },
};

function manifestOf(command: RunCommand): string | undefined {
  const { name, args, run } = command;
  if (run.instruction.onbuild || command.depth > 0) return undefined;
  if (/^pip3?$/.test(name)) {
    const file = args[0]?.text === "install" ? flagValue(command, "r", "requirement") : undefined;
    return file && !/[$/]/.test(file.replace(/^\.\//, "")) ? file : undefined;
  }
  const words = operands(command).map(({ text }) => text);
  // With packages named it installs those, whatever the list says.
  return MANIFESTS[[name, ...words].join(" ")];
}

function takesAll(copy: Instruction): boolean {
  return (
    /^(?:COPY|ADD)$/.test(copy.keyword) &&
    contextSources(copy).some((source) => contextPath(source) === "" && !source.text.includes(".."))
  );
}

/** Whether something was installed before already. */
function isInstalled(
  instructions: readonly Instruction[],
  copy: Instruction,
  installs: ReadonlyMap<Instruction, Install>,
): boolean {
  return instructions.some((one) => one.index < copy.index && installs.has(one));
}

/** The install moves above the COPY, behind a COPY of what it reads, if nothing in between matters to it. */
function reordered(
  document: DockerfileDocument,
  instructions: readonly Instruction[],
  copy: Instruction,
  { command, files }: Install,
): readonly Fix[] {
  const { instruction } = command.run;
  const between = instructions.filter(
    ({ index }) => index > copy.index && index < instruction.index,
  );
  if (copy.words.length !== 2 || copy.json || !loneCommand(command.run)) return [];
  if (between.some(({ keyword }) => !/^(?:EXPOSE|LABEL|COPY)$/.test(keyword))) return [];
  const target = unquote(copy.words[1]?.text ?? ".");
  const folder = /^\.\/?$/.test(target) ? "./" : `${target.replace(/\/$/, "")}/`;
  const flags = copy.flags.map((flag) => `${document.slice(flag)} `).join("");
  const text = `COPY ${flags}${files} ${folder}${lineEnd(document)}${document.slice(instruction.fullSpan)}`;
  return [
    {
      title: t("Install before copying the rest"),
      edits: [lineAbove(document, copy, text), withoutInstruction(document, instruction)],
    },
  ];
}
