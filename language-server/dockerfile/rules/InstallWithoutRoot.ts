// Packages installed by a user who may not.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { commandsOf, programPlace } from "../model/run-commands.ts";
import { stateAt } from "../model/scopes.ts";
import { hasWord } from "../shell/arguments.ts";
import { unquote } from "../syntax/words.ts";
import { lineAbove, lineBelow } from "../whole-lines.ts";

export const InstallWithoutRoot: Rule<DockerfileDocument> = {
  code: "InstallWithoutRoot",
  aliases: [],
  severity: "warning",
  summary: "Only root may install packages, and USER is someone else here.",
  scope: { each: ["RUN"], stage: ["USER"] },
  check(document, report) {
    const told = new Set<number>();
    for (const command of commandsOf(
      document,
      "apt-get",
      "apt",
      "apk",
      "yum",
      "dnf",
      "microdnf",
      "zypper",
    )) {
      const { instruction } = command.run;
      if (instruction.onbuild || told.has(instruction.index)) continue;
      if (!hasWord(command, "install", "add", "update", "upgrade")) continue;
      const user = unquote(stateAt(document, instruction, "USER")?.argumentText ?? "");
      if (user === "" || /^(?:root|0)(?::|$)|\$/.test(user)) continue;
      told.add(instruction.index);
      report(
        programPlace(command),
        t("Only root may install packages, but USER is {0} here.", user),
        {
          fixes: () => [
            {
              title: t("Install as root, then go back to {0}", user),
              edits: [
                lineAbove(document, instruction, "USER root"),
                lineBelow(document, instruction, `USER ${user}`),
              ],
            },
          ],
        },
      );
    }
  },
};
