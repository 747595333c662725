// A server image whose container runs a shell, and so ends at once.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { sections } from "../model/chain.ts";
import type { DockerfileDocument } from "../model/document.ts";

const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:ba|z|a|da)?sh$/;

export const ShellAsServer: Rule<DockerfileDocument> = {
  code: "ShellAsServer",
  aliases: [],
  severity: "info",
  summary: "Without a terminal a shell ends at once, and the container with it.",
  scope: { stage: ["EXPOSE", "CMD", "ENTRYPOINT"] },
  check(document, report) {
    for (const instructions of sections(document)) {
      if (!instructions.some(({ keyword }) => keyword === "EXPOSE")) continue;
      if (instructions.some(({ keyword }) => keyword === "ENTRYPOINT")) continue;
      const cmd = instructions.findLast(({ keyword }) => keyword === "CMD");
      if (!cmd) continue;
      const words = cmd.json?.map(({ text }) => text) ?? cmd.argumentText.split(/\s+/);
      if (words.length === 1 && SHELL.test(words[0] ?? ""))
        report(
          cmd.argumentSpan,
          t(
            "Without a terminal (docker run -it) {0} ends at once, and the container with it. Name the server here.",
            words[0] ?? "",
          ),
        );
    }
  },
};
