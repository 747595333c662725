// The table of the commands on the whole engine and on registries, and the commands themselves.
import { window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import { knownRegistries, login, logout } from "../../engine/registry/credentials.ts";
import { t } from "../../engine/text.ts";
import * as system from "../../engine/verbs/system.ts";
import { showEquivalent } from "../../log.ts";
import { once } from "../../panels/table/panel.ts";
import type { Row } from "../../panels/table/table.ts";
import { ago, plain, shortId, size } from "../../views/format.ts";
import { askText } from "../ask.ts";
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
  showEquivalent(dockerLine("system", "df", "-v"));
  await tables.open({
    key: `df ${engine.endpoint.host}`,
    title: t("Disk Usage"),
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

// The line shows how the password is given to the command line without being seen.
const logIn: Command = async (services) => {
  const engine = await services.engine();
  const registry = await askText(t("Registry (empty: Docker Hub)"), { optional: true });
  if (registry === undefined) return;
  const username = await askText(t("User"));
  if (!username) return;
  const password = await window.showInputBox({ title: t("Password or token"), password: true });
  if (!password) return;
  showEquivalent(
    dockerLine("login", "--username", username, "--password-stdin", registry || undefined),
  );
  await login(engine, process.env, { username, password, registry: registry || "docker.io" });
  void window.showInformationMessage(t("Logged in to {0}.", registry || "Docker Hub"));
};

const logOut: Command = async () => {
  const known = await knownRegistries(process.env);
  if (known.length === 0)
    return window.showInformationMessage(t("You are not logged in to any registry."));
  const registry = await window.showQuickPick(known, { placeHolder: t("Choose a registry") });
  if (!registry) return undefined;
  showEquivalent(dockerLine("logout", registry));
  return logout(process.env, registry);
};

export const systemCommands: CommandTable = {
  "dockwright.system.diskUsage": diskUsage,
  "dockwright.system.prune": prune("container", "network", "image", "volume", "buildCache"),
  "dockwright.system.pruneBuildCache": prune("buildCache"),
  "dockwright.registries.login": logIn,
  "dockwright.registries.logout": logOut,
};
