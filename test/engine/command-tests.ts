// Which test sees a command's effect on a real engine, and how the command fails there: a table that
// failing-commands.test.ts runs, and that a unit test compares with the manifest. Pure.
import type { Health } from "../../extension/engine/model/objects.ts";
import type { Answer } from "./scripted-vscode.ts";

export interface CommandTest {
  /** The file, without `.test.ts`, that runs it and looks at what came of it. */
  readonly seen: string;
  /** Answers to its questions up to the request, when the object has been removed meanwhile. */
  readonly gone?: readonly Answer[];
  /** The state in which its rows offer it, where that is not “running”. */
  readonly state?: string;
  /** The same for its health. */
  readonly health?: Health;
  /** Answers up to the request, when no engine listens. */
  readonly dead?: readonly Answer[];
  /** Answers up to Compose, which ends with an error when no engine listens. */
  readonly compose?: readonly Answer[];
  /** Answers up to the moment when it says that there is no container for it. */
  readonly empty?: readonly Answer[];
  /** Why it does not fail when its object or the engine is gone. */
  readonly cannotFail?: string;
}

const first = (choices: readonly string[]): readonly string[] => choices.slice(0, 1);
const file = "/tmp/dockwright-test-nothing.tar";
/** What is to be read is there: else it is a race which of the two faults is told. */
const existing = "package.json";
const ownTerminal = "its terminal says it";
const ownTest = "its test has the ways in which it fails";
const ownTable = "its table says it";
const ownWords = "its message says what could not be asked";
const noRequest = "it asks no engine";
const ofRegistry = "it asks a registry; its test there has the ways in which that fails";

const life = "container-commands";
const more = "container-verbs";
const files = "verb-commands";
const image = "image-commands";
const other = "other-commands";
const registry = "registry-commands";
const browse = "registry-browse";
const volumeFiles = "volume-files";
const project = "project-commands";
const service = "service-commands";

/** By id without `dockwright.`. */
export const commandTests: Readonly<Record<string, CommandTest>> = {
  "containers.start": { seen: life, gone: [], state: "exited" },
  "containers.startAttached": { seen: life, state: "exited", cannotFail: ownTerminal },
  "containers.stop": { seen: life, gone: [] },
  "containers.stopAll": { seen: more, dead: [] },
  "containers.stopAfter": { seen: more, gone: ["1"] },
  "containers.restart": { seen: life, gone: [] },
  "containers.pause": { seen: life, gone: [] },
  "containers.unpause": { seen: life, gone: [], state: "paused" },
  "containers.pauseOrGoOn": { seen: more, gone: [] },
  "containers.kill": { seen: life, gone: ["SIGTERM"] },
  "containers.wait": { seen: more, gone: [] },
  "containers.rename": { seen: life, gone: ["another"] },
  "containers.remove": { seen: life, gone: ["Remove"] },
  "containers.removeWithVolumes": { seen: more, gone: ["Remove"] },
  "containers.prune": { seen: more, dead: [] },
  "containers.removeAll": { seen: more, dead: [] },
  "containers.openShell": { seen: more, gone: [] },
  "containers.openShellAs": { seen: more, gone: ["", "", ""] },
  "containers.debugShell": { seen: "debug-shell", gone: [] },
  "containers.exec": { seen: more, cannotFail: ownTerminal },
  "containers.attach": { seen: more, cannotFail: ownTerminal },
  "containers.logs": { seen: more, cannotFail: ownTerminal },
  "containers.inspect": { seen: life, gone: [] },
  "containers.diff": { seen: life, gone: [] },
  "containers.why": { seen: life, gone: [], state: "exited" },
  "containers.runHealthCheck": { seen: more, gone: [], health: "healthy" },
  "containers.stats": { seen: life, cannotFail: ownTable },
  "containers.statsOfAll": { seen: more, dead: [] },
  "containers.top": { seen: life, gone: [] },
  "containers.port": { seen: life, cannotFail: noRequest },
  "containers.openInBrowser": { seen: more, cannotFail: noRequest },
  "containers.choose": { seen: life, dead: [] },
  "containers.copyName": { seen: more, cannotFail: noRequest },
  "containers.copyId": { seen: more, cannotFail: noRequest },
  "containers.copyIp": { seen: more, cannotFail: noRequest },
  "containers.copyRunLine": { seen: life, gone: [] },
  "containers.copyAsComposeService": { seen: more, gone: [] },
  "containers.createComposeFile": { seen: more, gone: [] },
  "containers.commit": { seen: more, gone: ["some/name:1"] },
  "containers.export": { seen: more, gone: [file] },
  "containers.copyTo": { seen: files, gone: [[existing]] },
  "containers.copyFrom": { seen: files, gone: ["/etc"] },
  "containers.setLimits": { seen: files, gone: [] },
  "containers.setRestartPolicy": { seen: files, gone: ["always"] },
  "containers.connect": { seen: files, gone: [first] },
  "containers.disconnect": { seen: files, gone: [first] },
  "images.run": { seen: life, gone: [] },
  "images.runInteractive": { seen: image, cannotFail: ownTerminal },
  "images.create": { seen: image, gone: [] },
  "images.pull": { seen: registry, dead: ["some/name:1"] },
  "images.pullForPlatform": { seen: registry, dead: ["some/name:1", "linux/amd64"] },
  "images.pullAgain": { seen: registry, dead: [] },
  "images.lookForNewer": { seen: registry, cannotFail: ownWords },
  "images.push": { seen: registry, dead: [] },
  "images.tag": { seen: image, gone: ["some/name:2"] },
  "images.search": { seen: registry, dead: ["nginx"] },
  "images.inspect": { seen: image, gone: [] },
  "images.history": { seen: files, cannotFail: ownTable },
  "images.compareWith": { seen: image, gone: [first] },
  "images.compare": { seen: image, dead: [] },
  "images.scan": { seen: "own-commands", cannotFail: ownTerminal },
  "images.save": { seen: image, gone: [file] },
  "images.load": { seen: image, dead: [[existing]] },
  "images.import": { seen: image, dead: [[existing], "some/name:1"] },
  "images.copyReference": { seen: image, cannotFail: noRequest },
  "images.copyDigest": { seen: image, cannotFail: noRequest },
  "images.copyImageId": { seen: image, cannotFail: noRequest },
  "images.remove": { seen: files, gone: ["Remove"] },
  "images.untag": { seen: files, gone: [first, "Remove"] },
  "images.prune": { seen: image, dead: [] },
  "builds.build": { seen: "build-commands", cannotFail: ownTerminal },
  "builds.buildAgain": { seen: "build-commands", cannotFail: ownTerminal },
  "builds.check": { seen: "build-checks", cannotFail: ownTest },
  "volumes.create": { seen: other, dead: ["some-name"] },
  "volumes.inspect": { seen: other, gone: [] },
  "volumes.copyName": { seen: other, cannotFail: noRequest },
  "volumes.showSizes": { seen: other, dead: [] },
  "volumes.backUp": { seen: volumeFiles, gone: [file] },
  "volumes.restore": { seen: volumeFiles, gone: [[existing], "Restore"] },
  "volumes.clone": { seen: volumeFiles, gone: ["failing-copy"] },
  "volumes.remove": { seen: other, gone: ["Remove"] },
  "volumes.prune": { seen: files, dead: [] },
  "networks.create": { seen: files, dead: ["some-name", "bridge", "", []] },
  "networks.inspect": { seen: other, gone: [] },
  "networks.connect": { seen: other, gone: [first] },
  "networks.disconnect": { seen: other, dead: [] },
  "networks.copyId": { seen: other, cannotFail: noRequest },
  "networks.remove": { seen: other, gone: ["Remove"] },
  "networks.prune": { seen: other, dead: [] },
  "engines.info": { seen: other, dead: [] },
  "engines.events": { seen: files, cannotFail: ownTable },
  "engines.create": {
    seen: other,
    cannotFail: "a context may name an engine that is not there yet",
  },
  "engines.inspect": { seen: other, cannotFail: noRequest },
  "engines.use": { seen: other, cannotFail: noRequest },
  "engines.guard": { seen: "guarded", cannotFail: noRequest },
  "engines.stopGuarding": { seen: "guarded", cannotFail: noRequest },
  "engines.remove": { seen: other, cannotFail: noRequest },
  "system.diskUsage": { seen: files, cannotFail: ownTable },
  "system.prune": { seen: files, dead: [] },
  "system.pruneBuildCache": { seen: other, dead: [] },
  "registries.login": { seen: registry, dead: ["127.0.0.1:1", "tester", "word"] },
  "registries.logout": { seen: registry, cannotFail: noRequest },
  "registries.add": { seen: browse, cannotFail: noRequest },
  "registries.addRepository": { seen: browse, cannotFail: noRequest },
  "registries.leaveOut": { seen: browse, cannotFail: noRequest },
  "registries.more": { seen: browse, cannotFail: ofRegistry },
  "registries.retry": { seen: browse, cannotFail: noRequest },
  "registries.pull": { seen: browse, cannotFail: ofRegistry },
  "registries.pullAll": { seen: browse, cannotFail: ofRegistry },
  "registries.inspect": { seen: browse, cannotFail: ofRegistry },
  "registries.copyReference": { seen: browse, cannotFail: noRequest },
  "registries.copyDigest": { seen: browse, cannotFail: ofRegistry },
  "registries.deleteTag": { seen: browse, cannotFail: ofRegistry },
  "registries.openInBrowser": { seen: browse, cannotFail: noRequest },
  "projects.up": { seen: project, compose: [] },
  "projects.upWith": { seen: project, compose: [[]] },
  "projects.down": { seen: project, compose: [[], "Take Down"] },
  "projects.start": { seen: project, compose: [] },
  "projects.stop": { seen: project, compose: [] },
  "projects.restart": { seen: project, compose: [] },
  "projects.pause": { seen: project, compose: [] },
  "projects.unpause": { seen: project, compose: [] },
  "projects.kill": { seen: project, compose: ["SIGTERM"] },
  "projects.removeStopped": { seen: project, empty: [] },
  "projects.build": { seen: project, compose: [] },
  "projects.pull": { seen: project, cannotFail: "Compose leaves out what it need not pull" },
  "projects.push": { seen: project, cannotFail: "Compose leaves out what has no name to push" },
  "projects.watch": { seen: project, compose: [] },
  "projects.events": { seen: project, compose: [] },
  "projects.logs": { seen: project, empty: [] },
  "projects.ps": { seen: project, empty: [] },
  "projects.top": { seen: project, empty: [] },
  "projects.port": { seen: project, empty: [] },
  "projects.config": { seen: project, cannotFail: noRequest },
  "projects.configure": { seen: project, cannotFail: noRequest },
  "projects.openDefinition": { seen: project, cannotFail: noRequest },
  "projects.copyMermaid": { seen: project, cannotFail: noRequest },
  "services.up": { seen: service, compose: [] },
  "services.recreate": { seen: service, compose: [] },
  "services.start": { seen: service, compose: [] },
  "services.stop": { seen: service, compose: [] },
  "services.restart": { seen: service, compose: [] },
  "services.pause": { seen: service, compose: [] },
  "services.unpause": { seen: service, compose: [] },
  "services.kill": { seen: service, compose: ["SIGTERM"] },
  "services.scale": { seen: service, compose: ["2"] },
  "services.run": { seen: service, compose: ["true"] },
  "services.cp": { seen: service, compose: ["From the container", "/etc/passwd", file] },
  "services.removeStopped": { seen: service, empty: [] },
  "services.build": { seen: service, compose: [] },
  "services.pull": { seen: service, cannotFail: "Compose leaves out what it need not pull" },
  "services.push": { seen: service, cannotFail: "Compose leaves out what has no name to push" },
  "services.watch": { seen: service, compose: [] },
  "services.logs": { seen: service, empty: [] },
  "services.exec": { seen: service, empty: [] },
  "services.top": { seen: service, empty: [] },
  "services.port": { seen: service, empty: [] },
  "services.openDefinition": { seen: service, cannotFail: noRequest },
  "services.showDifference": { seen: service, cannotFail: "it says what there is not to compare" },
  "views.runOwn": { seen: "own-commands", cannotFail: ownTerminal },
  "views.copyCommand": { seen: files, cannotFail: noRequest },
};

/** Commands that are tested elsewhere, by the beginning of their id, and where. */
export const testedElsewhere: Readonly<Record<string, readonly [where: string, why: string]>> = {
  "projects.graph": ["test/ui/compose-projects.test.ts", "it opens a picture"],
  "views.": ["test/ui/panel.test.ts", "they change what a view shows, not the engine"],
  "scaffold.": ["test/extension/scaffold", "it writes a file"],
  "rules.": ["test/scripts/rule-pages.test.ts", "they show what the language server knows"],
  "compose.": ["test/extension/projects", "they change an editor's text"],
};
