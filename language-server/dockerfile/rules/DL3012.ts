// Finds the HEALTHCHECK that counts where a stage has several.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportLast } from "./MultipleInstructionsDisallowed.ts";

export const DL3012: Rule<DockerfileDocument> = {
  code: "DL3012",
  aliases: [],
  severity: "hint",
  summary: "An earlier HEALTHCHECK of the stage has no effect.",
  scope: { stage: ["HEALTHCHECK"] },
  check(document, report) {
    reportLast(document, report, "HEALTHCHECK");
  },
};
