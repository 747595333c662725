// The rules for Compose files: what Compose refuses, then what it takes and is wrong all the same.
import type { Rule } from "../../lint/rule.ts";
import type { ComposeModel } from "../model.ts";
import { DuplicateExportedPort } from "./DuplicateExportedPort.ts";
import { DuplicateMountTarget } from "./DuplicateMountTarget.ts";
import { NoVersionField } from "./NoVersionField.ts";
import { refusals } from "./refusals-table.ts";

/** A variable may get its value from the shell, which is not known here. */
const milder: Readonly<Record<string, "info">> = { RequiredVariable: "info" };

const refused = Object.entries(refusals).map(
  ([code, summary]): Rule<ComposeModel> => ({
    code,
    aliases: [],
    severity: milder[code] ?? "error",
    summary,
    check({ problems }, report) {
      for (const { code: found, source: _source, start, end, message, ...more } of problems)
        if (found === code) report({ start, end }, message, more);
    },
  }),
);

export const composeRules: readonly Rule<ComposeModel>[] = [
  ...refused,
  DuplicateExportedPort,
  DuplicateMountTarget,
  NoVersionField,
];
