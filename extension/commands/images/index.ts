// The table of the commands on images.
import type { CommandTable } from "../command.ts";

export const imageCommands: CommandTable = {};
