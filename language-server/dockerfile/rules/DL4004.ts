// Finds the ENTRYPOINT that counts where a stage has several.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportLast } from "./MultipleInstructionsDisallowed.ts";

export const DL4004: Rule<DockerfileDocument> = {
  code: "DL4004",
  aliases: [],
  severity: "hint",
  summary: "An earlier ENTRYPOINT of the stage has no effect.",
  scope: { stage: ["ENTRYPOINT"] },
  check(document, report) {
    reportLast(document, report, "ENTRYPOINT");
  },
};
