// Sources and options of COPY and ADD that BuildKit refuses.

import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stageNames } from "../model/stages.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Flag, Word } from "../syntax/words.ts";
import { isReference } from "./InvalidBaseImage.ts";

export const InvalidCopySource: Rule<DockerfileDocument> = {
  code: "InvalidCopySource",
  aliases: [],
  severity: "error",
  summary: "COPY cannot take a URL, nor --from or --chmod what BuildKit cannot resolve.",
  scope: { each: ["COPY", "ADD"], reads: ["FROM"] },
  check(document, report) {
    for (const copy of document.byKeywordDeep("COPY")) {
      const problem = fromProblem(document, copy);
      if (problem) report(copy.flag("from") ?? copy.span, problem);
      for (const source of urls(copy))
        report(source, t("COPY cannot take a URL; ADD can."), { fixes: () => [useAdd(copy)] });
    }
    for (const copy of [...document.byKeywordDeep("COPY"), ...document.byKeywordDeep("ADD")]) {
      const mode = copy.flag("chmod");
      if (mode && isBadMode(mode)) report(mode, t("--chmod is an octal number up to 7777."));
    }
  },
};

function urls(copy: Instruction): readonly Word[] {
  if (!copy.text.includes("://")) return [];
  return copy.words.slice(0, -1).filter(({ text }) => /^(?:https?|ftp):\/\//.test(text));
}

/** Names (`u+x`) and variables may be well. */
function isBadMode({ value = "" }: Flag): boolean {
  return /^\d+$/.test(value) && !/^0*[0-7]{1,4}$/.test(value);
}

function fromProblem(document: DockerfileDocument, copy: Instruction): string | undefined {
  const name = copy.flag("from")?.value;
  if (!name) return undefined;
  if (name.includes("$"))
    return t("--from cannot hold a variable. Name a stage that begins FROM it.");
  const isStage =
    /^\d+$/.test(name) || document.deriveFromStages(stageNames).has(name.toLowerCase());
  // A trigger is resolved in another build.
  if (isStage || copy.onbuild || isReference(name)) return undefined;
  return t("{0} is not a valid image reference.", name);
}

function useAdd({ keywordSpan }: Instruction): Fix {
  return { title: t("Change to {0}", "ADD"), edits: [{ ...keywordSpan, newText: "ADD" }] };
}
