// The table of the commands on networks.
import type { CommandTable } from "../command.ts";

export const networkCommands: CommandTable = {};
