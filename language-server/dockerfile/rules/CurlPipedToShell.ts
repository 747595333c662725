// A script from the network that is run unseen.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, type RunCommand } from "../model/run-commands.ts";

const SHELLS = /^(?:ba|da|z|k|a)?sh$|^(?:python[23]?|perl|ruby|node|php|sudo)$/;
const HASHES = /sha(?:1|256|384|512)sum|shasum|gpg\b|cosign|minisign|md5sum/;

export const CurlPipedToShell: Rule<DockerfileDocument> = {
  code: "CurlPipedToShell",
  aliases: [],
  severity: "info",
  summary: "A downloaded script is run unseen: whoever changes it changes your image.",
  scope: { each: ["RUN"] },
  check(document, report) {
    for (const command of commandsOf(document, "curl", "wget")) {
      const { run } = command;
      if (HASHES.test(run.script.text) || !isRun(command)) continue;
      report(
        run.span(command),
        t("A downloaded script is run unseen: whoever changes it changes your image."),
      );
    }
  },
};

/** Piped into a shell, or put in for the script of `sh -c`. */
function isRun(command: RunCommand): boolean {
  const { commands, script } = command.run;
  if (command.after === "|") {
    const next = commands.find(({ start, before }) => start > command.end && before === "|");
    return (
      next !== undefined &&
      SHELLS.test(base(next.name)) &&
      !next.args.some(({ text }) => /^-[ce]$/.test(text))
    );
  }
  if (!command.substituted) return false;
  const before = script.text.slice(Math.max(0, command.start - 60), command.start);
  return /(?:\b(?:ba|z|da)?sh\s+-\w*c\s+["']?|\beval\s+["']?)(?:\$\(|`)\s*$|\b(?:ba|z)?sh\s+<\(\s*$/.test(
    before,
  );
}

function base(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}
