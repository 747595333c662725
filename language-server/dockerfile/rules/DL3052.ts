// Finds labels that should be an address and are none.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportLabels } from "./parts/labels.ts";

export const DL3052: Rule<DockerfileDocument> = {
  code: "DL3052",
  aliases: [],
  severity: "warning",
  summary: "A label that should be a URL is not one.",
  scope: { each: ["LABEL"] },
  check(document, report, context) {
    reportLabels(document, report, context, "url", (value) =>
      /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(value),
    );
  },
};
