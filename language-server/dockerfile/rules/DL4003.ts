// Finds the CMD that counts where a stage has several.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportLast } from "./MultipleInstructionsDisallowed.ts";

export const DL4003: Rule<DockerfileDocument> = {
  code: "DL4003",
  aliases: [],
  severity: "hint",
  summary: "An earlier CMD of the stage has no effect.",
  scope: { stage: ["CMD"] },
  check(document, report) {
    reportLast(document, report, "CMD");
  },
};
