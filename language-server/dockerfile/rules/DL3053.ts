// Finds labels that should be a time and are none.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportLabels } from "./parts/labels.ts";

const time = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;

export const DL3053: Rule<DockerfileDocument> = {
  code: "DL3053",
  aliases: [],
  severity: "warning",
  summary: "A label that should be a time in RFC 3339 form is not one.",
  scope: { each: ["LABEL"] },
  check(document, report, context) {
    reportLabels(document, report, context, "rfc3339", (value) => time.test(value));
  },
};
