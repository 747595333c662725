// How many arguments an instruction may have.

import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { fixedValue, type Place } from "../model/fixed-values.ts";
import type { Instruction } from "../syntax/instruction.ts";

const AT_LEAST_ONE = new Set([
  "ARG",
  "ENV",
  "EXPOSE",
  "HEALTHCHECK",
  "LABEL",
  "ONBUILD",
  "SHELL",
  "VOLUME",
]);
const EXACTLY_ONE = new Set(["MAINTAINER", "STOPSIGNAL", "USER", "WORKDIR"]);

export const ArgumentCount: Rule<DockerfileDocument> = {
  code: "ArgumentCount",
  aliases: [],
  severity: "error",
  summary: "The instruction has too few or too many arguments.",
  scope: { each: ["*"], stage: ["ENV", "ARG"] },
  check(document, report, { host }) {
    for (const instruction of document.instructions) {
      const problem = complaint(instruction) ?? blankPath({ document, instruction, host });
      if (problem) report(instruction.keywordSpan, problem);
      const trigger = instruction.trigger && complaint(instruction.trigger);
      if (instruction.trigger && trigger) report(instruction.trigger.keywordSpan, trigger);
    }
  },
};

function complaint(instruction: Instruction): string | undefined {
  const { keyword } = instruction;
  if (keyword === "FROM") {
    const { length } = instruction.words;
    return length === 1 || length === 3
      ? undefined
      : t("FROM needs an image, or an image, AS and a name.");
  }
  if (keyword === "COPY" || keyword === "ADD")
    // As a trigger, a heredoc may stand alone: BuildKit looks at it when it runs.
    return instruction.words.length < 2 && !(instruction.onbuild && instruction.heredocs.length > 0)
      ? t("{0} needs at least one source and a destination.", keyword)
      : undefined;
  if (AT_LEAST_ONE.has(keyword) && isEmpty(instruction))
    return t("{0} needs at least one argument.", keyword);
  if (EXACTLY_ONE.has(keyword) && isEmpty(instruction))
    return t("{0} needs exactly one argument.", keyword);
  return undefined;
}

function blankPath(place: Place): string | undefined {
  const { keyword, json, words } = place.instruction;
  return keyword === "VOLUME" &&
    (json ?? words).some(({ text }) => !(fixedValue(place, text) ?? text).trim())
    ? t("A path of VOLUME cannot be blank.")
    : undefined;
}

/** Looks at the text only, which is cheaper than the words. */
function isEmpty(instruction: Instruction): boolean {
  if (instruction.json) return instruction.json.length === 0;
  return instruction.argumentsStart >= instruction.text.trimEnd().length;
}
