// Sources of COPY and ADD above the build context.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { allContextSources, contextPath } from "../model/build-context.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { unquote } from "../syntax/words.ts";

export const CopyOutsideContext: Rule<DockerfileDocument> = {
  code: "CopyOutsideContext",
  aliases: [],
  severity: "warning",
  summary: "A build sees nothing above its context; ../ at the start of a source is dropped.",
  scope: { each: ["COPY", "ADD"] },
  check(document, report) {
    for (const source of allContextSources(document)) {
      if (!leaves(unquote(source.text))) continue;
      const path = contextPath(source);
      report(
        source,
        t(
          "A build sees nothing above its context: this is read as {0}. Use the folder above as the context, or name it with --build-context.",
          path === "" ? "." : path,
        ),
      );
    }
  },
};

/** Whether `..` goes further up than the path has come down. */
function leaves(path: string): boolean {
  let depth = 0;
  for (const part of path.split("/")) {
    if (part === "..") depth--;
    else if (part !== "." && part !== "") depth++;
    if (depth < 0) return true;
  }
  return false;
}
