// The table of the commands on containers.
import type { CommandTable } from "../command.ts";
import { changeCommands } from "./change.ts";
import { lifecycleCommands } from "./lifecycle.ts";
import { lookCommands } from "./look.ts";
import { shellCommands } from "./shell.ts";

export const containerCommands: CommandTable = {
  ...lifecycleCommands,
  ...changeCommands,
  ...lookCommands,
  ...shellCommands,
};
