// Finds labels that should be a commit of Git and are none.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportLabels } from "./parts/labels.ts";

export const DL3055: Rule<DockerfileDocument> = {
  code: "DL3055",
  aliases: [],
  severity: "warning",
  summary: "A label that should be a Git commit hash is not one.",
  scope: { each: ["LABEL"] },
  check(document, report, context) {
    reportLabels(document, report, context, "hash", (value) =>
      /^(?:[0-9a-f]{7}|[0-9a-f]{40})$/.test(value),
    );
  },
};
