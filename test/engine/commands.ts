// Runs the panel's commands on the real engine of the tests, as a click on rows would.
import "./scripted-vscode.ts";
import type { CommandTable, Services } from "../../extension/commands/command.ts";
import type { Engine } from "../../extension/engine/engine.ts";
import type { Kind, ObjectOf } from "../../extension/engine/model/objects.ts";
import type { Row } from "../../extension/panels/table/table.ts";
import { Ongoing } from "../../extension/views/ongoing.ts";
import { engineAt, socket, until } from "./engine.ts";

const commandTable: CommandTable = {
  ...(await import("../../extension/commands/containers/index.ts")).containerCommands,
  ...(await import("../../extension/commands/images/index.ts")).imageCommands,
  ...(await import("../../extension/commands/volumes/index.ts")).volumeCommands,
  ...(await import("../../extension/commands/networks/index.ts")).networkCommands,
  ...(await import("../../extension/commands/engines/index.ts")).engineCommands,
  ...(await import("../../extension/commands/system/index.ts")).systemCommands,
  ...(await import("../../extension/commands/views/index.ts")).viewCommands,
};

export interface Panel {
  readonly engine: Engine;
  /** The texts and tables that were opened last, by name. */
  readonly documents: Map<string, string>;
  readonly tables: Map<string, readonly Row[]>;
  /** Runs a command on the rows of these objects. */
  run(id: string, objects?: readonly object[], args?: readonly unknown[]): Promise<unknown>;
  /** An object of the model, once it is there (and fits). */
  object<K extends Kind>(
    kind: K,
    nameOrId: string,
    fits?: (object: ObjectOf[K]) => boolean,
  ): Promise<ObjectOf[K]>;
  gone(kind: Kind, nameOrId: string): Promise<unknown>;
  dispose(): void;
}

/** The panel on the tests' engine, or on another socket. */
export function panel(at = socket): Panel {
  const engine = engineAt(at);
  const watch = engine.model.watch();
  const documents = new Map<string, string>();
  const tables = new Map<string, readonly Row[]>();
  const closing = new AbortController();
  const memory = new Map<string, unknown>();
  const memento = {
    get: (key: string, otherwise: unknown) => memory.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void memory.set(key, value),
  };
  const services = {
    engine: async () => engine,
    connection: { watch: () => engine.model.watch(), current: engine, state: engine.state },
    documents: {
      show: async (name: string, text: string) => void documents.set(name, text),
      json: async (name: string, value: unknown) => void documents.set(name, JSON.stringify(value)),
    },
    tables: {
      open: async ({ title, follow }: import("../../extension/panels/table/panel.ts").Sheet) => {
        void follow(
          (rows) => tables.set(title, rows),
          closing.signal,
          () => true,
        );
      },
    },
    context: { workspaceState: memento, globalState: memento },
    views: { ongoing: new Ongoing() },
  } as unknown as Services;
  const find = (kind: Kind, nameOrId: string) => {
    const objects = engine.model[`${kind}s`] as ReadonlyMap<string, ObjectOf[Kind]>;
    return [...objects.values()].find((one) =>
      one.kind === "image"
        ? one.id === nameOrId || one.tags.includes(nameOrId)
        : one.id === nameOrId || one.name === nameOrId,
    );
  };
  return {
    engine,
    documents,
    tables,
    run: (id, objects = [], args = []) => {
      const command = commandTable[`dockwright.${id}`];
      if (!command) throw new Error(`there is no command ${id}`);
      const rows = objects.map((object) => ({
        id: "",
        contextValue: (object as { contextValue?: string }).contextValue ?? "",
        stamp: 0,
        object,
        item: () => ({}),
      }));
      return command(services, rows, args);
    },
    object: (kind, nameOrId, fits = () => true) =>
      until(`${kind} ${nameOrId}`, () => {
        const one = find(kind, nameOrId) as ObjectOf[typeof kind] | undefined;
        return one && fits(one) ? one : undefined;
      }),
    gone: (kind, nameOrId) => until(`no ${kind} ${nameOrId}`, () => !find(kind, nameOrId)),
    dispose: () => {
      closing.abort();
      watch.dispose();
      engine.dispose();
    },
  };
}
