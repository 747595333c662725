// The table of the commands on engines.
import type { CommandTable } from "../command.ts";

export const engineCommands: CommandTable = {};
