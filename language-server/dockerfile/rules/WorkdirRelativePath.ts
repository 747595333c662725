// WORKDIR that depends on where the base image is.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { lookupAt, stageChain, stateAt } from "../model/scopes.ts";
import { expand } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";

export const WorkdirRelativePath: Rule<DockerfileDocument> = {
  code: "WorkdirRelativePath",
  aliases: [],
  severity: "warning",
  summary: "The first WORKDIR should be absolute; otherwise it depends on the base image.",
  scope: { stage: ["WORKDIR", "ENV", "ARG"] },
  check(document, report) {
    for (const workdir of document.byKeyword("WORKDIR")) {
      const [path] = workdir.words;
      if (!path) continue;
      const { value } = expand(path.text, document.escape, lookupAt(document, workdir));
      if (isAbsolute(value, document, workdir)) continue;
      const first = !stateAt(document, workdir, "WORKDIR");
      // hadolint looks at each one, but not at variables.
      const hadolint = !/^["']?(?:[\\/$]|[a-z]:)/i.test(path.text);
      if (!first && !hadolint) continue;
      const fixes = () => [
        {
          title: t("Make the path absolute"),
          edits: [
            {
              start: path.start,
              end: path.end,
              newText: path.text.replace(/^(["']?)(?:\.\/)?/, "$1/"),
            },
          ],
        },
      ];
      if (first)
        report(path, t("The folder depends on the base image. Begin it with /."), {
          fixes,
          aliases: hadolint ? ["DL3000"] : [],
        });
    }
  },
};

/** `C:\\` means something on Windows alone. */
function isAbsolute(path: string, document: DockerfileDocument, workdir: Instruction): boolean {
  if (path.startsWith("/")) return true;
  return /^(?:\\|[a-z]:[\\/]?)/i.test(path) && isWindows(document, workdir);
}

/** Whether the base image of a stage is for Windows, as far as the file tells. */
function isWindows(document: DockerfileDocument, instruction: Instruction): boolean {
  if (document.escape === "`") return true;
  const stage = document.stageOf(instruction);
  if (!stage) return false;
  const { base, platform, from } = stageChain(stage).at(-1) ?? stage;
  const image = expand(base?.text ?? "", document.escape, lookupAt(document, from)).value;
  return /windows|nanoserver|servercore/i.test(`${platform?.value ?? ""} ${image}`);
}
