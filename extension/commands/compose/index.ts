// The table of the commands on Compose files; what they do is loaded at the first use.
import type { CommandTable } from "../command.ts";

export const composeCommands: CommandTable = {
  "dockwright.compose.pasteRun": async (...given) =>
    (await import("./run-lines.ts")).pasteRun(...given),
  "dockwright.compose.copyRun": async (...given) =>
    (await import("./run-lines.ts")).copyRun(...given),
};
