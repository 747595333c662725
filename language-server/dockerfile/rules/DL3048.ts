// Finds label keys of another form than they should have.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { labels } from "./parts/labels.ts";

const form = /^[a-z](?:[a-z0-9.-]*[a-z0-9])?$/;
const reserved = /^(?:com\.docker\.|io\.docker\.|org\.dockerproject\.)/;

export const DL3048: Rule<DockerfileDocument> = {
  code: "DL3048",
  aliases: [],
  severity: "hint",
  summary:
    "A label's key has lower-case letters, digits, dots and dashes, begins and ends with a letter or digit, and does not begin with a name that Docker reserves.",
  scope: { each: ["LABEL"] },
  check(document, report) {
    for (const { key, pair } of labels(document)) {
      if (form.test(key) && !reserved.test(key) && !/\.\.|--/.test(key)) continue;
      report(
        pair.key,
        t(
          "A label's key has lower-case letters, digits, dots and dashes, begins and ends with a letter or digit, and does not begin with a name that Docker reserves.",
        ),
      );
    }
  },
};
