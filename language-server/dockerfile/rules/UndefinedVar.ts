// Variables that nothing declares, where the file alone can tell.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import { environmentOf } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { namesAround, namesAt, variableAt } from "../model/scopes.ts";
import { nearest } from "../suggest.ts";
import { expandingKeywords } from "../syntax/expanded-words.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { type Use, usesOf } from "./parts/variable-uses.ts";

/** A search for a likely name looks at every variable, and there may be thousands. */
const MOST_NAMES = 50;

export const UndefinedVar: Rule<DockerfileDocument> = {
  code: "UndefinedVar",
  aliases: [],
  severity: "warning",
  summary: "No ARG, no ENV and no base image declares the variable.",
  scope: { each: expandingKeywords, stage: ["ARG", "ENV"] },
  check(document, report, { host }) {
    const seen = new Set<string>();
    // BuildKit says nothing of ports.
    for (const keyword of expandingKeywords)
      for (const instruction of keyword === "EXPOSE" ? [] : document.byKeyword(keyword))
        if (instruction.text.includes("$") || instruction.heredocs.length > 0)
          for (const use of usesOf(document, instruction)) checkUse(instruction, use);
    function checkUse(instruction: Instruction, { name, span }: Use): void {
      const key = `${instruction.index} ${name}`;
      if (name === "PATH" || seen.has(key) || variableAt(document, instruction, name, span)) return;
      const brought = environmentOf(document, instruction, host);
      if (brought && name in brought) return;
      seen.add(key);
      const near =
        namesAround(document, instruction) <= MOST_NAMES
          ? nearest(name, ["PATH", ...namesAt(document, instruction)])
          : undefined;
      // The base image may bring the variable along, unless it looks like a slip of the pen.
      if (near) report(span, t("Nothing declares {0}. Did you mean {1}?", name, near));
      else if (brought) report(span, t("Nothing declares {0}.", name));
    }
  },
};
