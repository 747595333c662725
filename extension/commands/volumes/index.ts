// The table of the commands on volumes, and the commands themselves.
import { env, window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import type { Volume } from "../../engine/objects.ts";
import { diskUsage } from "../../engine/system.ts";
import { t } from "../../engine/text.ts";
import * as volumes from "../../engine/volumes.ts";
import { showEquivalent } from "../../log.ts";
import { size } from "../../views/format.ts";
import { askText, each, sure } from "../ask.ts";
import type { Command, CommandTable } from "../command.ts";
import { nameOf, on, onOne } from "../targets.ts";

const create: Command = async (services) => {
  const engine = await services.engine();
  const name = await askText(t("Name of the volume (empty: one is made up)"), { optional: true });
  if (name === undefined) return;
  showEquivalent(dockerLine("volume", "create", name || undefined));
  await volumes.create(engine, name ? { name } : {});
};

const inspect = onOne("volume", async (engine, { name }, { documents }) => {
  showEquivalent(dockerLine("volume", "inspect", name));
  await documents.json(name, await volumes.inspect(engine, name));
});

const remove = on("volume", {}, async (engine, objects: readonly Volume[]) => {
  const names = objects.map(nameOf);
  const question = t("Remove {0}?", names.join(", "));
  if (!(await sure(engine, question, t("All data in it is lost."), t("Remove")))) return;
  showEquivalent(dockerLine("volume", "rm", ...names));
  await each(objects, ({ name }) => volumes.remove(engine, name));
});

/** Shows the volumes that no container uses, with sizes, and removes what stays ticked. */
const prune: Command = async (services) => {
  const engine = await services.engine();
  const unused = (await diskUsage(engine)).filter(({ kind, inUse }) => kind === "volume" && !inUse);
  if (unused.length === 0)
    return window.showInformationMessage(t("Every volume is in use; there is nothing to remove."));
  const items = unused.map((item) => ({
    label: item.name,
    description: size(item.size),
    name: item.name,
  }));
  const placeHolder = t("What is ticked will be removed");
  const picked = await window.showQuickPick(items, { canPickMany: true, placeHolder });
  if (!picked || picked.length === 0) return undefined;
  const names = picked.map(({ name }) => name);
  const detail = [...names, t("All data in it is lost.")].join("\n");
  if (!(await sure(engine, t("Remove {0} volumes?", names.length), detail, t("Remove"))))
    return undefined;
  showEquivalent(dockerLine("volume", "rm", ...names));
  return each(names, (name) => volumes.remove(engine, name));
};

export const volumeCommands: CommandTable = {
  "dockwright.volumes.create": create,
  "dockwright.volumes.inspect": inspect,
  "dockwright.volumes.copyName": on("volume", {}, async (_engine, objects) =>
    env.clipboard.writeText(objects.map(({ name }) => name).join("\n")),
  ),
  "dockwright.volumes.remove": remove,
  "dockwright.volumes.prune": prune,
};
