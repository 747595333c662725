// The table of the commands on volumes.
import type { CommandTable } from "../command.ts";

export const volumeCommands: CommandTable = {};
