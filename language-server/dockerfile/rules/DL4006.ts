// Finds pipes in a shell that overlooks failures before the last command.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { baseOf } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { runsOf } from "../model/run-commands.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { insertion } from "./parts/edits.ts";

const shellWithPipefail = /(?:^|\/)(?:bash|zsh|ash)$/;

export const DL4006: Rule<DockerfileDocument> = {
  code: "DL4006",
  aliases: [],
  severity: "warning",
  summary:
    "In a pipe, only the last command's failure counts; SHELL with -o pipefail makes every failure count.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const run of runsOf(document)) {
      const { script, instruction, shell } = run;
      const [pipe] = script.pipes;
      if (!pipe || instruction.onbuild || isSafe(shell)) continue;
      report(
        run.span(pipe),
        t(
          "In a pipe, only the last command's failure counts; SHELL with -o pipefail makes every failure count.",
        ),
        {
          fixes: () => [
            {
              title: t("Set pipefail before this RUN"),
              edits: [
                insertion(
                  instruction.span.start,
                  `SHELL ["${shellOfBase(document, instruction)}", "-o", "pipefail", "-c"]\n`,
                ),
              ],
            },
          ],
        },
      );
    }
  },
};

/** Alpine and BusyBox have no bash, but their ash can do it, too. */
function shellOfBase(document: DockerfileDocument, instruction: Instruction): string {
  const { name = "", tag = "" } = baseOf(document, instruction) ?? {};
  return /alpine|busybox/.test(`${name}:${tag}`) ? "/bin/ash" : "/bin/bash";
}

function isSafe(shell: readonly string[]): boolean {
  const [program = "", ...flags] = shell;
  return shellWithPipefail.test(program) && flags.includes("pipefail");
}
