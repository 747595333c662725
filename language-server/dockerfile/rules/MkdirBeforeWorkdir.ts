// mkdir of a folder that the WORKDIR behind it makes anyway.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { runsWith } from "../model/run-commands.ts";
import { unquote } from "../syntax/words.ts";
import { withoutInstruction } from "../whole-lines.ts";
import { loneCommand } from "./parts/lone-command.ts";

export const MkdirBeforeWorkdir: Rule<DockerfileDocument> = {
  code: "MkdirBeforeWorkdir",
  aliases: [],
  severity: "hint",
  summary: "WORKDIR makes the folder itself; the RUN before it only adds a layer.",
  tags: ["unnecessary"],
  scope: { stage: ["*"] },
  check(document, report) {
    for (const run of runsWith(document, ["mkdir"])) {
      const { instruction } = run;
      const command = loneCommand(run);
      if (command?.name !== "mkdir" || instruction.onbuild || instruction.flags.length > 0)
        continue;
      const [folder, ...more] = command.args.filter(
        ({ text }) => !/^-[pv]+$|^--(?:parents|verbose)$/.test(text),
      );
      const next = document.whole.instructions[instruction.index + 1];
      if (!folder || more.length > 0 || next?.keyword !== "WORKDIR") continue;
      if (unquote(next.argumentText).replace(/\/$/, "") !== folder.text.replace(/\/$/, ""))
        continue;
      report(
        run.span(command),
        t("WORKDIR makes the folder itself; the RUN before it only adds a layer."),
        {
          fixes: () => [
            { title: t("Remove"), edits: [withoutInstruction(document, instruction)], safe: true },
          ],
        },
      );
    }
  },
};
