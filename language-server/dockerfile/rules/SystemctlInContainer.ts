// systemctl, in a container that has no systemd.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { baseOf } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf } from "../model/run-commands.ts";
import { hasWord } from "../shell/arguments.ts";
import type { Instruction } from "../syntax/instruction.ts";

export const SystemctlInContainer: Rule<DockerfileDocument> = {
  code: "SystemctlInContainer",
  aliases: [],
  severity: "warning",
  summary: "A container has no systemd; start the program itself with CMD.",
  scope: { stage: ["RUN", "CMD", "ENTRYPOINT"], mentions: /init|systemd/ },
  check(document, report) {
    const message = () => t("A container has no systemd; start the program itself with CMD.");
    for (const command of commandsOf(document, "systemctl"))
      if (
        hasWord(command, "start", "restart", "reload", "daemon-reload", "status") &&
        !hasSystemd(document, command.run.instruction)
      )
        report(command.run.span(command), message());
    for (const keyword of ["CMD", "ENTRYPOINT"])
      for (const instruction of document.byKeyword(keyword))
        if (/^\W*systemctl\W/.test(instruction.argumentText) && !hasSystemd(document, instruction))
          report(instruction.argumentSpan, message());
  },
};

function hasSystemd(document: DockerfileDocument, instruction: Instruction): boolean {
  const base = baseOf(document, instruction);
  return (
    /systemd|init/.test(`${base?.name}:${base?.tag}`) ||
    /\/sbin\/init|lib\/systemd\/systemd\b/.test(document.text)
  );
}
