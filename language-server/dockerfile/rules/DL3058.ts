// Finds labels that should be a mail address and are none.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportLabels } from "./parts/labels.ts";

export const DL3058: Rule<DockerfileDocument> = {
  code: "DL3058",
  aliases: [],
  severity: "warning",
  summary: "A label that should be an e-mail address is not one.",
  scope: { each: ["LABEL"] },
  check(document, report, context) {
    reportLabels(document, report, context, "email", (value) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value),
    );
  },
};
