// The table of the commands that write files for a project.
import { Uri } from "vscode";
import type { CommandTable } from "../command.ts";
import { addDockerfile } from "./add-dockerfile.ts";

export const scaffoldCommands: CommandTable = {
  "dockwright.scaffold.addDockerfile": (_services, _nodes, [clicked]) =>
    addDockerfile(clicked instanceof Uri ? clicked : undefined),
};
