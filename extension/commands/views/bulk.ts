// Commands that are for everything that a view lists, in one list, as letter key b offers them.
import { commands, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import { t } from "../../engine/text.ts";
import type { Command, Services } from "../command.ts";

type Id = `dockwright.${string}`;

/** By view; also what the palette offers. */
const bulk: Readonly<Record<string, readonly Id[]>> = {
  containers: [
    "dockwright.containers.statsOfAll",
    "dockwright.containers.stopAll",
    "dockwright.containers.prune",
    "dockwright.containers.removeAll",
  ],
  images: ["dockwright.images.lookForNewer", "dockwright.images.prune"],
  volumes: ["dockwright.volumes.showSizes", "dockwright.volumes.prune"],
  networks: ["dockwright.networks.prune"],
};
const everywhere: readonly Id[] = ["dockwright.system.diskUsage", "dockwright.system.prune"];

interface Contributed {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
}

/** The titles of our commands in the language of the window. */
function titles({ context }: Services): ReadonlyMap<string, string> {
  const { contributes } = context.extension.packageJSON as {
    readonly contributes: { readonly commands: readonly Contributed[] };
  };
  return new Map(contributes.commands.map(({ command, title }) => [command, title]));
}

/** Lets the person pick one of them, and runs it. A letter key tells its view. */
export const runBulk: Command = async (services, _nodes, [place]) => {
  const { view = "" } = (place ?? {}) as { readonly view?: string };
  const titleOf = titles(services);
  const ids = bulk[view] ?? Object.values(bulk).flat();
  const item = (id: Id) => ({ label: titleOf.get(id) ?? id, id });
  const separator = { label: "", kind: QuickPickItemKind.Separator, id: undefined };
  const items: (QuickPickItem & { id: Id | undefined })[] = [
    ...ids.map(item),
    separator,
    ...everywhere.map(item),
  ];
  const picked = await window.showQuickPick(items, { placeHolder: t("Choose a command") });
  return picked?.id && commands.executeCommand(picked.id);
};
