// The table of the commands on engines and Docker contexts, and the commands themselves.
import { window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import { createContext, listContexts, removeContext, useContext } from "../../engine/contexts.ts";
import * as system from "../../engine/system.ts";
import { t } from "../../engine/text.ts";
import { showEquivalent } from "../../log.ts";
import { change } from "../../settings.ts";
import { type EngineChoice, engineRows } from "../../views/engines.ts";
import type { Node } from "../../views/node.ts";
import { askText } from "../ask.ts";
import type { Command, CommandTable, Services } from "../command.ts";

/** The clicked engine, else the one that is picked among those for which the command makes sense. */
async function chosen(
  { connection }: Services,
  nodes: readonly Node[],
  where: (contextValue: string) => boolean,
): Promise<EngineChoice | undefined> {
  if (nodes[0]?.contextValue.startsWith("engine.")) return nodes[0].object as EngineChoice;
  const rows = await engineRows(connection.current, connection.state);
  const items = rows
    .filter(({ contextValue }) => where(contextValue))
    .map(({ object }) => object as EngineChoice)
    .map((choice) => ({ label: choice.name, description: choice.host, choice }));
  return (await window.showQuickPick(items, { placeHolder: t("Choose an engine") }))?.choice;
}

// A Docker context is used as the CLI uses it; a socket that was found, by our setting alone.
const use: Command = async (services, nodes) => {
  const choice = await chosen(services, nodes, () => true);
  if (!choice) return;
  if (choice.address) await change("endpoint", choice.address);
  else {
    showEquivalent(dockerLine("context", "use", choice.name));
    await change("endpoint", undefined);
    await useContext(process.env, choice.name);
  }
  await services.connection.resolve();
  services.views.redraw();
};

const inspect: Command = async (services, nodes) => {
  const choice = await chosen(services, nodes, (value) => value.endsWith(".context"));
  if (!choice) return;
  showEquivalent(dockerLine("context", "inspect", choice.name));
  const found = (await listContexts(process.env)).find(({ name }) => name === choice.name);
  await services.documents.json(choice.name, found ?? { name: choice.name, host: choice.host });
};

const info: Command = async (services) => {
  const engine = await services.engine();
  showEquivalent(dockerLine("info"));
  await services.documents.json("info", await system.info(engine));
};

const create: Command = async (services) => {
  const name = await askText(t("Name of the Docker context"));
  if (!name) return;
  const placeHolder = "ssh://user@host, tcp://host:2375, unix:///run/docker.sock";
  const host = await askText(t("Address of the engine"), { placeHolder });
  if (!host) return;
  showEquivalent(dockerLine("context", "create", name, "--docker", `host=${host}`));
  await createContext(process.env, { name, host });
  services.views.redraw();
};

const remove: Command = async (services, nodes) => {
  const choice = await chosen(services, nodes, (value) => /^engine\.other\.context$/.test(value));
  if (!choice) return;
  const question = t("Remove the Docker context {0}?", choice.name);
  const options = { modal: true, detail: choice.host };
  if ((await window.showWarningMessage(question, options, t("Remove"))) === undefined) return;
  showEquivalent(dockerLine("context", "rm", choice.name));
  await removeContext(process.env, choice.name);
  services.views.redraw();
};

export const engineCommands: CommandTable = {
  "dockwright.engines.use": use,
  "dockwright.engines.inspect": inspect,
  "dockwright.engines.info": info,
  "dockwright.engines.create": create,
  "dockwright.engines.remove": remove,
};
