// What a command is, and the one place that runs them: error message, next step. Knows no command.
import { commands, type Disposable, type ExtensionContext, window } from "vscode";
import type { Connection } from "../connections/connection.ts";
import type { Registries } from "../connections/registries.ts";
import type { UnfoldedEngines } from "../connections/unfolded-engines.ts";
import type { Documents } from "../documents/documents.ts";
import type { EffectiveDocuments } from "../documents/effective.ts";
import type { Engine } from "../engine/engine.ts";
import { toEngineError } from "../engine/errors.ts";
import { t } from "../engine/text.ts";
import type { Client } from "../language-client/client.ts";
import { log } from "../log.ts";
import type { Tables } from "../panels/table/panel.ts";
import type { Node } from "../views/node.ts";
import type { Views } from "../views/views.ts";
import type { WorkspaceProjects } from "../workspace/workspace-projects.ts";

/** What a command may use. */
export interface Services {
  /** The clicked rows' engine, else the one in use; asking for it rejects when its endpoint cannot be resolved. */
  engine(): Promise<Engine>;
  readonly connection: Connection;
  readonly documents: Documents;
  readonly effective: EffectiveDocuments;
  readonly tables: Tables;
  readonly views: Views;
  readonly projects: WorkspaceProjects;
  readonly registries: Registries;
  /** The engines that are shown beside the one in use. */
  readonly unfolded: UnfoldedEngines;
  /** The language server. */
  readonly client: Pick<Client, "request">;
  readonly context: ExtensionContext;
}

/**
 * Does one thing, on the clicked rows if there are any. It throws; `register` shows. A dismissed pick
 * ends it quietly. `args` is what VS Code gave, for commands on files.
 */
export type Command = (
  services: Services,
  nodes: readonly Node[],
  args: readonly unknown[],
) => Promise<unknown>;

export type CommandTable = Readonly<Record<`dockwright.${string}`, Command>>;

/** Registers every command of the table. */
export function register(services: Services, table: CommandTable): Disposable[] {
  return Object.entries(table).map(([id, command]) =>
    commands.registerCommand(id, async (...args: unknown[]) => {
      try {
        return await onEachEngine(command, services, await nodesOf(args, services.views), args);
      } catch (error) {
        void showError(error);
        return undefined;
      }
    }),
  );
}

/** Rows may be of several engines: it is done on one after the other. Gives what came of the last. */
export async function onEachEngine(
  command: Command,
  services: Services,
  nodes: readonly Node[],
  args: readonly unknown[],
): Promise<unknown> {
  let result: unknown;
  for (const engine of new Set(nodes.length > 0 ? nodes.map((node) => node.engine) : [undefined])) {
    const own = engine ? { ...services, engine: async () => engine } : services;
    const rows = nodes.filter((node) => node.engine === engine);
    result = await command(own, rows, args);
  }
  return result;
}

/** VS Code gives the clicked row and all selected ones; a letter key tells its view; the palette nothing. */
async function nodesOf(
  [clicked, selected]: readonly unknown[],
  views: Views,
): Promise<readonly Node[]> {
  const { rowsOf } = (clicked ?? {}) as { readonly rowsOf?: string };
  if (typeof rowsOf === "string") return views.meant(rowsOf);
  if (!isNode(clicked)) return [];
  const all = Array.isArray(selected) ? selected.filter(isNode) : [];
  return all.includes(clicked) ? all : [clicked];
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "contextValue" in value && "item" in value;
}

/** Says what went wrong and what to do next; a cancelled command says nothing. */
export async function showError(error: unknown): Promise<void> {
  const { kind, message } = toEngineError(error);
  if (kind === "cancelled") return;
  log().error(error instanceof Error ? error : String(error));
  const showLog = t("Show Log");
  if ((await window.showErrorMessage(message, showLog)) === showLog) log().show();
}
