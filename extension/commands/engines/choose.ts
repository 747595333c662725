// The engine that a command is about: the clicked row's, or one that is picked.
import { window } from "vscode";
import { t } from "../../engine/text.ts";
import { type EngineChoice, engineRows } from "../../views/engines.ts";
import type { Node } from "../../views/node.ts";
import type { Services } from "../command.ts";

/** The clicked engine, else the one that is picked among those for which the command makes sense. */
export async function chosen(
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
