// The table of the commands on the rules of the checks.
import type { CommandTable } from "../command.ts";
import { checkWorkspace } from "./check-workspace.ts";
import { why } from "./why.ts";

export const ruleCommands: CommandTable = {
  "dockwright.rules.why": why,
  "dockwright.rules.checkWorkspace": checkWorkspace,
};
