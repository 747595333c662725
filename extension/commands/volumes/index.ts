// The table of the commands on volumes, and the commands themselves.

import { env } from "vscode";
import type { Volume } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import { diskUsage } from "../../engine/verbs/system.ts";
import * as volumes from "../../engine/verbs/volumes.ts";
import { announce } from "../announce.ts";
import { askText, each, sure, withProgress } from "../ask.ts";
import type { Command, CommandTable } from "../command.ts";
import { inspectAll } from "../inspect.ts";
import { prune } from "../prune.ts";
import { nameOf, on } from "../targets.ts";
import { backUp, clone, restore } from "./files.ts";

const create: Command = async (services) => {
  const engine = await services.engine();
  const name = await askText(t("Name of the volume (empty: one is chosen for you)"), {
    optional: true,
  });
  if (name === undefined) return;
  await announce(engine, "volume", "create", name || undefined);
  await volumes.create(engine, name ? { name } : {});
};

const inspect = inspectAll("volume", ["volume", "inspect"], (engine, { name }) =>
  volumes.inspect(engine, name),
);

const remove = on("volume", {}, async (engine, objects: readonly Volume[]) => {
  const names = objects.map(nameOf);
  const question = t("Remove {0}?", names.join(", "));
  if (!(await sure(engine, question, t("All data in it is lost."), t("Remove")))) return;
  await announce(engine, "volume", "rm", ...names);
  await each(objects, ({ name }) => volumes.remove(engine, name));
});

/** The engine adds the sizes up when it is asked, which may take a while; then they stand in the rows. */
const showSizes: Command = async (services) => {
  const engine = await services.engine();
  await announce(engine, "system", "df", "-v");
  const usage = await withProgress(t("Adding up sizes"), (signal) => diskUsage(engine, signal));
  const items = usage.filter(({ kind }) => kind === "volume");
  services.views.showVolumeSizes(new Map(items.map(({ name, size }) => [name, size])));
};

export const volumeCommands: CommandTable = {
  "dockwright.volumes.create": create,
  "dockwright.volumes.inspect": inspect,
  "dockwright.volumes.copyName": on("volume", {}, async (_engine, objects) =>
    env.clipboard.writeText(objects.map(({ name }) => name).join("\n")),
  ),
  "dockwright.volumes.showSizes": showSizes,
  "dockwright.volumes.backUp": backUp,
  "dockwright.volumes.restore": restore,
  "dockwright.volumes.clone": clone,
  "dockwright.volumes.remove": remove,
  "dockwright.volumes.prune": prune("volume"),
};
