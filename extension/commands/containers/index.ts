// The table of the commands on containers.
import type { CommandTable } from "../command.ts";
import { changeCommands } from "./change.ts";
import { composeCommands } from "./compose.ts";
import { copyCommands } from "./copy.ts";
import { healthCommands } from "./health.ts";
import { lifecycleCommands } from "./lifecycle.ts";
import { lookCommands } from "./look.ts";
import { containerNetworkCommands } from "./networks.ts";
import { shellCommands } from "./shell.ts";
import { tableCommands } from "./tables.ts";

export const containerCommands: CommandTable = {
  ...lifecycleCommands,
  ...changeCommands,
  ...copyCommands,
  ...lookCommands,
  ...healthCommands,
  ...containerNetworkCommands,
  ...shellCommands,
  ...composeCommands,
  ...tableCommands,
};
