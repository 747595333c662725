// A RUN that only changes the mode or owner of what the COPY before it brought: the files stand in
// two layers.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type RunCommand, runsWith } from "../model/run-commands.ts";
import { operands } from "../shell/arguments.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { unquote } from "../syntax/words.ts";
import { withoutInstruction } from "../whole-lines.ts";
import { insertion } from "./parts/edits.ts";
import { loneCommand } from "./parts/lone-command.ts";

const MODES: Readonly<Record<string, string>> = {
  "+x": "755",
  "a+x": "755",
  "u+x": "755",
  "ugo+x": "755",
  "+rx": "755",
  "a+rx": "755",
};

export const ChmodAfterCopy: Rule<DockerfileDocument> = {
  code: "ChmodAfterCopy",
  aliases: [],
  severity: "info",
  summary: "COPY can set mode and owner itself; a RUN after it stores the files a second time.",
  scope: { stage: ["*"] },
  check(document, report) {
    for (const run of runsWith(document, ["chmod", "chown"])) {
      const command = loneCommand(run);
      const { instruction } = run;
      if (!command || !/^ch(?:mod|own)$/.test(command.name) || instruction.onbuild) continue;
      const copy = document.whole.instructions[instruction.index - 1];
      const value = copy && flagFor(copy, command);
      if (!copy || !value) continue;
      report(
        run.span(command),
        t(
          "COPY can set this itself with {0}; a RUN after it stores the files a second time.",
          value,
        ),
        {
          fixes: () => moved(document, copy, instruction, value),
        },
      );
    }
  },
};

/** The flag that would do the same, if the command touches nothing but what was copied. */
function flagFor(copy: Instruction, command: RunCommand): string | undefined {
  if (!/^(?:COPY|ADD)$/.test(copy.keyword) || copy.flag(command.name)) return undefined;
  const [value, ...paths] = operands(command).map(({ text }) => text);
  const targets = new Set(targetsOf(copy));
  if (!value || paths.length === 0 || !paths.every((path) => targets.has(path.replace(/\/$/, ""))))
    return undefined;
  if (/[$*]/.test(value)) return undefined;
  if (command.name === "chown") return `--chown=${value}`;
  const mode = /^[0-7]{3,4}$/.test(value) ? value : MODES[value];
  // With -R folders need another mode than files.
  return mode && !command.args.some(({ text }) => /^-\w*R|^--recursive$/.test(text))
    ? `--chmod=${mode}`
    : undefined;
}

function targetsOf({ words }: Instruction): readonly string[] {
  const target = unquote(words.at(-1)?.text ?? "");
  const sources = words.slice(0, -1).map(({ text }) => unquote(text));
  const [source = ""] = sources;
  if (sources.length !== 1) return [];
  const name = source.slice(source.lastIndexOf("/") + 1);
  const folder = target.replace(/\/$/, "");
  // Copied to a folder, the file bears its own name there.
  return target.endsWith("/") || target === "."
    ? [folder === "." ? name : `${folder}/${name}`]
    : [folder];
}

function moved(
  document: DockerfileDocument,
  copy: Instruction,
  run: Instruction,
  flag: string,
): readonly Fix[] {
  return [
    {
      title: t("Write {0}", `${copy.keyword} ${flag}`),
      edits: [insertion(copy.keywordSpan.end, ` ${flag}`), withoutInstruction(document, run)],
    },
  ];
}
