// Guard This Engine, Stop Guarding: what the setting `dockwright.guardedEngines` says of one engine.
import { window } from "vscode";
import { guardsOf, isGuarded } from "../../connections/guard.ts";
import { t } from "../../engine/text.ts";
import { change, setting } from "../../settings.ts";
import type { Command } from "../command.ts";
import { chosen } from "./choose.ts";

const guarded = (contextValue: string) => contextValue.endsWith(".guarded");

/** The default context is another engine elsewhere: it is known by its address. */
const entryOf = ({ name, host, address }: { name: string; host: string; address?: string }) =>
  address ?? (name === "default" ? host : name);

export const guard: Command = async (services, nodes) => {
  const choice = await chosen(services, nodes, (value) => !guarded(value));
  if (!choice || isGuarded(choice)) return;
  const entries = setting<readonly string[]>("guardedEngines", []);
  await change("guardedEngines", [...entries, entryOf(choice)]);
};

export const stopGuarding: Command = async (services, nodes) => {
  const choice = await chosen(services, nodes, guarded);
  if (!choice) return;
  const own = new Set([choice.name, choice.host]);
  const entries = setting<readonly string[]>("guardedEngines", []);
  await change(
    "guardedEngines",
    entries.filter((entry) => !own.has(entry.trim())),
  );
  const left = guardsOf(choice);
  if (left.length > 0)
    void window.showInformationMessage(
      t("{0} stays guarded: the setting says {1}.", choice.name, left.join(", ")),
    );
};
