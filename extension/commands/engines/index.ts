// The table of the commands on engines and Docker contexts, and the commands themselves.

import { window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import { listContexts, removeContext, useContext } from "../../engine/connection/contexts.ts";
import { defaultHost } from "../../engine/connection/endpoint.ts";
import { t } from "../../engine/text.ts";
import * as system from "../../engine/verbs/system.ts";
import { showEquivalent } from "../../log.ts";
import { change } from "../../settings.ts";
import type { EngineChoice } from "../../views/engines.ts";
import { announce } from "../announce.ts";
import type { Command, CommandTable, Services } from "../command.ts";
import { chosen } from "./choose.ts";
import { createByQuestions, tryContext } from "./create.ts";
import { showEvents } from "./events.ts";
import { guard, stopGuarding } from "./guard.ts";

// A Docker context is used as the CLI uses it; a socket that was found, by our setting alone.
const use: Command = async (services, nodes) => {
  const choice = await chosen(services, nodes, () => true);
  if (choice) await useEngine(services, choice);
};

async function useEngine(
  services: Services,
  { name, address }: Pick<EngineChoice, "name" | "address">,
): Promise<void> {
  const { DOCKER_HOST, DOCKER_CONTEXT } = process.env;
  if (address) await change("endpoint", address);
  // The environment would win over the CLI's current context; our setting wins over both.
  else if (DOCKER_HOST || DOCKER_CONTEXT)
    await change("endpoint", name === "default" ? defaultHost : name);
  else {
    showEquivalent(dockerLine("context", "use", name));
    await change("endpoint", undefined);
    await useContext(process.env, name);
  }
  await services.connection.seek();
  services.views.redraw();
}

const inspect: Command = async (services, nodes) => {
  const choice = await chosen(services, nodes, (value) => value.includes(".context"));
  if (!choice) return;
  showEquivalent(dockerLine("context", "inspect", choice.name));
  const found = (await listContexts(process.env)).find(({ name }) => name === choice.name);
  await services.documents.json(choice.name, found ?? { name: choice.name, host: choice.host });
};

const info: Command = async (services) => {
  const engine = await services.engine();
  await announce(engine, "info");
  await services.documents.json("info", await system.info(engine));
};

const create: Command = async (services) => {
  const name = await createByQuestions();
  if (!name) return;
  services.views.redraw();
  if (await tryContext(name)) await useEngine(services, { name });
};

const remove: Command = async (services, nodes) => {
  const choice = await chosen(services, nodes, (value) =>
    /^engine\.other\.context(\.open)?(\.guarded)?$/.test(value),
  );
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
  "dockwright.engines.events": showEvents,
  "dockwright.engines.guard": guard,
  "dockwright.engines.stopGuarding": stopGuarding,
};
