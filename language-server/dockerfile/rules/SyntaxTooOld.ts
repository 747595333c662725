// What a `# syntax=` directive asks for is older than what the file uses.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { instructionTable } from "../syntax/instructions.ts";

const FRONTEND = /^docker\.io\/docker\/dockerfile:|^docker\/dockerfile:/;
const HEREDOCS = "1.4";

export const SyntaxTooOld: Rule<DockerfileDocument> = {
  code: "SyntaxTooOld",
  aliases: [],
  severity: "warning",
  summary: "The # syntax= line asks for a frontend that does not know this yet.",
  scope: { each: ["*"] },
  check(document, report) {
    const syntax = document.directives.find(({ name }) => name === "syntax");
    if (!syntax || !FRONTEND.test(syntax.value)) return;
    const version = syntax.value.replace(FRONTEND, "");
    // Without a second number it is the newest one; what the labs have cannot be told.
    if (!/^1\.\d+(?:\.\d+)?$/.test(version)) return;
    const { start } = syntax.valueSpan;
    const at = start + syntax.value.length - version.length;
    for (const { what, since, span } of features(document)) {
      if (minor(since) <= minor(version)) continue;
      report(
        span,
        t(
          "{0} needs version {1} of the Dockerfile syntax; the first lines ask for {2}.",
          what,
          since.replace("-labs", ""),
          version,
        ),
        {
          fixes: () => [
            {
              title: t("Ask for the newest version 1"),
              edits: [{ start: at, end: at + version.length, newText: "1" }],
              safe: true,
            },
          ],
        },
      );
    }
  },
};

function minor(version: string): number {
  return Number(version.split(/[.-]/)[1]);
}

function features(
  document: DockerfileDocument,
): readonly { what: string; since: string; span: Span }[] {
  return document.instructions.flatMap((outer) => {
    const { keyword, flags, heredocs } = outer.trigger ?? outer;
    return [
      ...flags.flatMap(({ name, nameSpan: span }) => {
        const known = instructionTable[keyword]?.flags ?? {};
        const since = Object.hasOwn(known, name) ? known[name]?.since : undefined;
        return since ? [{ what: `--${name}`, since, span }] : [];
      }),
      ...heredocs.map(({ opener }) => ({ what: "<<", since: HEREDOCS, span: opener })),
    ];
  });
}
