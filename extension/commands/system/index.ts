// The table of the commands on system.
import type { CommandTable } from "../command.ts";

export const systemCommands: CommandTable = {};
