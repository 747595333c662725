// The table of the commands on containers.
import type { CommandTable } from "../command.ts";
import { changeCommands } from "./change.ts";
import { lifecycleCommands } from "./lifecycle.ts";
import { lookCommands } from "./look.ts";
import { shellCommands } from "./shell.ts";
import { tableCommands } from "./tables.ts";

export const containerCommands: CommandTable = {
  ...lifecycleCommands,
  ...changeCommands,
  ...lookCommands,
  ...shellCommands,
  ...tableCommands,
};
