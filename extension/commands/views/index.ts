// The table of the commands on views.
import type { CommandTable } from "../command.ts";

export const viewCommands: CommandTable = {};
