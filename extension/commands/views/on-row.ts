// The letter keys of the Projects and the Engines view, whose rows stand for things of several kinds: what
// a key does there depends on the row.
import { commands } from "vscode";
import type { ProjectState, ServiceState } from "../../projects/overview.ts";
import type { Node } from "../../views/node.ts";
import type { Command } from "../command.ts";

/** By the key's verb: the command for each kind of row, as its context value begins. */
const verbs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  up: { project: "projects.up", service: "services.up", container: "containers.start" },
  stop: { project: "projects.stop", service: "services.stop", container: "containers.stop" },
  restart: {
    project: "projects.restart",
    service: "services.restart",
    container: "containers.restart",
  },
  pause: {
    project: "projects.pause",
    service: "services.pause",
    container: "containers.pauseOrGoOn",
  },
  unpause: { project: "projects.unpause", service: "services.unpause" },
  remove: {
    project: "projects.down",
    service: "services.removeStopped",
    container: "containers.remove",
    image: "images.remove",
    volume: "volumes.remove",
    network: "networks.remove",
  },
  logs: { project: "projects.logs", service: "services.logs", container: "containers.logs" },
  shell: { service: "services.exec", container: "containers.openShell" },
  attach: { container: "containers.attach" },
  browse: { container: "containers.openInBrowser" },
};

/** Does to the rows what the key's verb means for their kind; nothing where it means nothing. */
export const onRow: Command = async (_services, nodes, [key]) => {
  const { verb = "" } = (key ?? {}) as { readonly verb?: string };
  const [first] = nodes;
  const kind = kindOf(first);
  const rows = nodes.filter((node) => kindOf(node) === kind);
  const goesOn = verb === "pause" && verbs.unpause?.[kind] !== undefined && rows.every(isPaused);
  const id = verbs[goesOn ? "unpause" : verb]?.[kind];
  if (!first || !id) return undefined;
  return commands.executeCommand(`dockwright.${id}`, first, rows);
};

/** What begins a row's context value. */
const kindOf = (node: Node | undefined) => node?.contextValue.split(".")[0] ?? "";

/** Whether all that is up in a project or service is paused. */
function isPaused({ object }: Node): boolean {
  const one = object as ProjectState | ServiceState;
  const services = one.kind === "project" ? one.services : [one];
  const states = services.flatMap(({ members }) => members.map(({ container }) => container.state));
  return states.includes("paused") && !states.includes("running");
}
