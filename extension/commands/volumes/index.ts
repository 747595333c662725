// The table of the commands on volumes, and the commands themselves.
import { env } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import type { Volume } from "../../engine/objects.ts";
import { t } from "../../engine/text.ts";
import * as volumes from "../../engine/volumes.ts";
import { showEquivalent } from "../../log.ts";
import { askText, each, sure } from "../ask.ts";
import type { Command, CommandTable } from "../command.ts";
import { prune } from "../prune.ts";
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

export const volumeCommands: CommandTable = {
  "dockwright.volumes.create": create,
  "dockwright.volumes.inspect": inspect,
  "dockwright.volumes.copyName": on("volume", {}, async (_engine, objects) =>
    env.clipboard.writeText(objects.map(({ name }) => name).join("\n")),
  ),
  "dockwright.volumes.remove": remove,
  "dockwright.volumes.prune": prune("volume"),
};
