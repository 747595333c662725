// The table of the commands on the whole engine, and the commands themselves.

import { titleOn } from "../../connections/engine-names.ts";
import { t } from "../../engine/text.ts";
import * as system from "../../engine/verbs/system.ts";
import { once } from "../../panels/table/panel.ts";
import type { Row } from "../../panels/table/table.ts";
import { ago, plain, shortId, size } from "../../wording/format.ts";
import { announce } from "../announce.ts";
import type { Command, CommandTable } from "../command.ts";
import { prune } from "../prune.ts";

const kindNames: Record<system.DiskItem["kind"], () => string> = {
  container: () => t("Container"),
  image: () => t("Image"),
  volume: () => t("Volume"),
  network: () => t("Network"),
  buildCache: () => t("Build cache"),
};

const diskUsage: Command = async ({ engine: find, tables }) => {
  const engine = await find();
  await announce(engine, "system", "df", "-v");
  await tables.open({
    key: `df ${engine.endpoint.host}`,
    title: titleOn(engine, t("Disk Usage")),
    columns: [
      { title: t("Size"), number: true },
      { title: t("Shared"), number: true },
      { title: t("Kind") },
      { title: t("Name") },
      { title: t("State") },
      { title: t("Created"), number: true },
    ],
    sort: { column: 0, descending: true },
    follow: once(async (signal) => (await system.diskUsage(engine, signal)).map(diskRow)),
  });
};

/** One thing that takes room, as a row of the table. */
function diskRow({ kind, id, name, inUse, created, ...item }: system.DiskItem): Row {
  const bytes = item.size + item.shared;
  return {
    id: `${kind} ${id}`,
    cells: [
      { text: size(bytes), value: bytes },
      { text: item.shared > 0 ? size(item.shared) : "", value: item.shared },
      kindNames[kind](),
      plain(name || shortId(id)),
      inUse ? t("in use") : "",
      { text: created ? ago(created) : "", value: created },
    ],
  };
}

export const systemCommands: CommandTable = {
  "dockwright.system.diskUsage": diskUsage,
  "dockwright.system.prune": prune("container", "network", "image", "volume", "buildCache"),
  "dockwright.system.pruneBuildCache": prune("buildCache"),
};
