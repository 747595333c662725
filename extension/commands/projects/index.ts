// The table of the commands on Compose projects and their services. What they do is loaded at the
// first use of one of them.
import type { Command, CommandTable } from "../command.ts";

type Loaded = typeof import("./verbs.ts");
type Verbs = { [K in keyof Loaded as Loaded[K] extends Command ? K : never]: Command };

const later =
  (name: keyof Verbs): Command =>
  async (services, nodes, args) =>
    (await import("./verbs.ts"))[name](services, nodes, args);

/** The same on at least one service: where none is given, the person picks it first. */
const ofService =
  (name: keyof Verbs): Command =>
  async (services, nodes, args) => {
    const verbs = await import("./verbs.ts");
    const subject = await verbs.serviceSubject(services, nodes, args);
    return subject && verbs[name](services, [], [subject]);
  };

export const projectCommands: CommandTable = {
  "dockwright.projects.up": later("up"),
  "dockwright.projects.upWith": later("upWith"),
  "dockwright.projects.down": later("down"),
  "dockwright.projects.start": later("start"),
  "dockwright.projects.stop": later("stop"),
  "dockwright.projects.restart": later("restart"),
  "dockwright.projects.pause": later("pause"),
  "dockwright.projects.unpause": later("unpause"),
  "dockwright.projects.kill": later("kill"),
  "dockwright.projects.build": later("build"),
  "dockwright.projects.pull": later("pull"),
  "dockwright.projects.push": later("push"),
  "dockwright.projects.watch": later("watch"),
  "dockwright.projects.logs": later("logs"),
  "dockwright.projects.ps": later("ps"),
  "dockwright.projects.top": later("top"),
  "dockwright.projects.port": later("port"),
  "dockwright.projects.config": later("config"),
  "dockwright.projects.events": later("events"),
  "dockwright.projects.removeStopped": later("removeStopped"),
  "dockwright.projects.configure": later("configure"),
  "dockwright.projects.openDefinition": later("openDefinition"),
  "dockwright.projects.graph": later("graph"),
  "dockwright.projects.copyMermaid": later("copyMermaid"),
  "dockwright.services.openDefinition": later("openDefinition"),
  "dockwright.services.showDifference": later("showDifference"),
  "dockwright.services.up": ofService("up"),
  "dockwright.services.recreate": ofService("recreate"),
  "dockwright.services.start": ofService("start"),
  "dockwright.services.stop": ofService("stop"),
  "dockwright.services.restart": ofService("restart"),
  "dockwright.services.pause": ofService("pause"),
  "dockwright.services.unpause": ofService("unpause"),
  "dockwright.services.kill": ofService("kill"),
  "dockwright.services.build": ofService("build"),
  "dockwright.services.pull": ofService("pull"),
  "dockwright.services.push": ofService("push"),
  "dockwright.services.watch": ofService("watch"),
  "dockwright.services.top": ofService("top"),
  "dockwright.services.port": ofService("port"),
  "dockwright.services.removeStopped": ofService("removeStopped"),
  "dockwright.services.logs": ofService("logs"),
  "dockwright.services.exec": later("exec"),
  "dockwright.services.run": ofService("run"),
  "dockwright.services.scale": ofService("scale"),
  "dockwright.services.cp": ofService("cp"),
};
