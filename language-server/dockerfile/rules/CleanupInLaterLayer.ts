// Clean-up in a RUN of its own, which hides files but frees no space.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { type RunScript, runsOf } from "../model/run-commands.ts";
import { hasFlag, hasWord, operands } from "../shell/arguments.ts";
import type { Command } from "../shell/syntax.ts";
import { canBeJoined, jointBehind } from "./parts/edits.ts";

const CACHES =
  /^(?:\/var\/lib\/apt\/lists|\/var\/cache|\/tmp\b|\/var\/tmp|(?:\/root|~|\$HOME)\/\.(?:cache|npm|gem|m2|cargo))/;

export const CleanupInLaterLayer: Rule<DockerfileDocument> = {
  code: "CleanupInLaterLayer",
  aliases: [],
  severity: "info",
  summary:
    "Earlier layers keep the files; only a clean-up in the same RUN makes the image smaller.",
  scope: { stage: ["RUN"] },
  check(document, report) {
    let before: RunScript | undefined;
    for (const run of runsOf(document)) {
      const { instruction, script } = run;
      const { commands } = script;
      const first = commands[0];
      const last = commands.at(-1);
      const clean = first && last && commands.every(cleans);
      const earlier =
        before && document.stageOf(before.instruction) === document.stageOf(instruction);
      if (clean && earlier && !instruction.onbuild && instruction.flags.length === 0) {
        const previous = before;
        report(
          run.span({ start: first.start, end: last.end }),
          t(
            "Earlier layers keep the files; only a clean-up in the same RUN makes the image smaller.",
          ),
          { fixes: () => (previous ? joined(document, previous, run) : []) },
        );
      }
      before = run;
    }
  },
};

function cleans(command: Command): boolean {
  const { name } = command;
  if (name === "rm") {
    const paths = operands(command);
    return (
      hasFlag(command, "r", "R", "f") &&
      paths.length > 0 &&
      paths.every(({ text }) => CACHES.test(text))
    );
  }
  if (/^(?:apt-get|apt)$/.test(name)) return hasWord(command, "clean", "autoclean", "autoremove");
  if (/^(?:yum|dnf|microdnf|zypper)$/.test(name)) return hasWord(command, "clean");
  if (/^(?:npm|yarn|pip3?)$/.test(name))
    return hasWord(command, "cache") && hasWord(command, "clean", "purge");
  return false;
}

/** To the RUN directly before, when both are plain. */
function joined(
  { text, escape: sign }: DockerfileDocument,
  before: RunScript,
  run: RunScript,
): readonly Fix[] {
  const { span, index, flags, argumentText } = before.instruction;
  const own = run.instruction;
  if (
    index !== own.index - 1 ||
    flags.length > 0 ||
    before.heredoc ||
    before.exec ||
    run.heredoc ||
    run.exec
  )
    return [];
  if (!canBeJoined(argumentText)) return [];
  if (text.slice(span.end, own.span.start).trim() !== "") return [];
  return [
    {
      title: t("Join it to the previous RUN"),
      edits: [
        {
          start: span.end,
          end: own.argumentSpan.start,
          newText: ` ${sign}\n    ${jointBehind(argumentText)}`,
        },
      ],
    },
  ];
}
