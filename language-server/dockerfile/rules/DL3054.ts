// Finds labels that should be a licence of SPDX and are none.
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { reportLabels } from "./parts/labels.ts";
import { families } from "./parts/licences-table.ts";

export const DL3054: Rule<DockerfileDocument> = {
  code: "DL3054",
  aliases: [],
  severity: "warning",
  summary: "A label that should be an SPDX licence identifier is not one.",
  scope: { each: ["LABEL"] },
  check(document, report, context) {
    reportLabels(document, report, context, "spdx", isLicence);
  },
};

/** Names and versions of licences, joined by AND, OR and WITH; not the whole list of SPDX. */
function isLicence(value: string): boolean {
  const names = value
    .replace(/[()]/g, " ")
    .trim()
    .split(/\s+(?:AND|OR|WITH)\s+/);
  return names.every((name) => families.test(name));
}
