// The table of all commands: id → function. A test compares it with the manifest.
import { buildCommands } from "./builds/index.ts";
import type { CommandTable } from "./command.ts";
import { composeCommands } from "./compose/index.ts";
import { containerCommands } from "./containers/index.ts";
import { engineCommands } from "./engines/index.ts";
import { imageCommands } from "./images/index.ts";
import { networkCommands } from "./networks/index.ts";
import { projectCommands } from "./projects/index.ts";
import { registryCommands } from "./registries/index.ts";
import { ruleCommands } from "./rules/index.ts";
import { scaffoldCommands } from "./scaffold/index.ts";
import { systemCommands } from "./system/index.ts";
import { viewCommands } from "./views/index.ts";
import { volumeCommands } from "./volumes/index.ts";

export const commandTable: CommandTable = {
  ...containerCommands,
  ...imageCommands,
  ...volumeCommands,
  ...networkCommands,
  ...engineCommands,
  ...registryCommands,
  ...systemCommands,
  ...viewCommands,
  ...buildCommands,
  ...projectCommands,
  ...composeCommands,
  ...scaffoldCommands,
  ...ruleCommands,
};
