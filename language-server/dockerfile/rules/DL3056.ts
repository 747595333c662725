// Finds labels that should be a semantic version and are none.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportLabels } from "./parts/labels.ts";

const version = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[\w.-]+)?(?:\+[\w.-]+)?$/;

export const DL3056: Rule<DockerfileDocument> = {
  code: "DL3056",
  aliases: [],
  severity: "warning",
  summary: "A label that should be a semantic version is not one.",
  scope: { each: ["LABEL"] },
  check(document, report, context) {
    reportLabels(document, report, context, "semver", (value) => version.test(value));
  },
};
