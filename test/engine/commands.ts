// Runs the panel's commands on the real engine of the tests, as a click on rows would.
import "./scripted-vscode.ts";
import assert from "node:assert/strict";
import type { CommandTable, Services } from "../../extension/commands/command.ts";
import type { Engine } from "../../extension/engine/engine.ts";
import { toEngineError } from "../../extension/engine/errors.ts";
import type { Kind, ObjectOf } from "../../extension/engine/model/objects.ts";
import type { Row } from "../../extension/panels/table/table.ts";
import type { Node } from "../../extension/views/node.ts";
import { Ongoing } from "../../extension/views/ongoing.ts";
import { factsOf } from "../../language-server/dockerfile/facts.ts";
import { parseDockerfile } from "../../language-server/dockerfile/model/document.ts";
import { busybox, engineAt, labels, engine as raw, socket, until } from "./engine.ts";
import { terminals } from "./scripted-vscode.ts";

const commandTable: CommandTable = {
  ...(await import("../../extension/commands/containers/index.ts")).containerCommands,
  ...(await import("../../extension/commands/images/index.ts")).imageCommands,
  ...(await import("../../extension/commands/volumes/index.ts")).volumeCommands,
  ...(await import("../../extension/commands/networks/index.ts")).networkCommands,
  ...(await import("../../extension/commands/engines/index.ts")).engineCommands,
  ...(await import("../../extension/commands/system/index.ts")).systemCommands,
  ...(await import("../../extension/commands/registries/index.ts")).registryCommands,
  ...(await import("../../extension/commands/views/index.ts")).viewCommands,
  ...(await import("../../extension/commands/projects/index.ts")).projectCommands,
  ...(await import("../../extension/commands/builds/index.ts")).buildCommands,
};

const { onEachEngine } = await import("../../extension/commands/command.ts");
const { Registries } = await import("../../extension/connections/registries.ts");

export interface Panel {
  readonly engine: Engine;
  readonly registries: InstanceType<typeof Registries>;
  /** The texts and tables that were opened last, by name. */
  readonly documents: Map<string, string>;
  readonly tables: Map<string, readonly Row[]>;
  /** Runs a command on the rows of these objects, or on rows. */
  run(id: string, objects?: readonly object[], args?: readonly unknown[]): Promise<unknown>;
  /** What the Images view was told of newer ones. */
  readonly newer: readonly string[];
  /** What the Volumes view was told of sizes. */
  readonly sizes: Map<string, number>;
  /** An object of the model, once it is there (and fits). */
  object<K extends Kind>(
    kind: K,
    nameOrId: string,
    fits?: (object: ObjectOf[K]) => boolean,
  ): Promise<ObjectOf[K]>;
  gone(kind: Kind, nameOrId: string): Promise<unknown>;
  dispose(): void;
}

/** The panel on the tests' engine, or on another socket; `projects` are those of the workspace. */
export function panel(
  at = socket,
  projects?: Partial<Services["projects"]>,
  { pageSize = 100 } = {},
): Panel {
  const engine = engineAt(at);
  const registries = new Registries(() => engine, pageSize);
  const watch = engine.model.watch();
  const documents = new Map<string, string>();
  const tables = new Map<string, readonly Row[]>();
  const closing = new AbortController();
  const sizes = new Map<string, number>();
  const newer: string[] = [];
  const memory = new Map<string, unknown>();
  const memento = {
    get: (key: string, otherwise: unknown) => memory.get(key) ?? otherwise,
    update: async (key: string, value: unknown) => void memory.set(key, value),
  };
  const services = {
    engine: async () => engine,
    connection: {
      watch: () => engine.model.watch(),
      current: engine,
      get state() {
        return engine.state;
      },
      seek: async () => {},
    },
    documents: {
      show: async (name: string, text: string) => void documents.set(name, text),
      json: async (name: string, value: unknown) => void documents.set(name, JSON.stringify(value)),
      compare: async (name: string, left: string, right: string) =>
        void documents.set(name, `${left}↔${right}`),
    },
    projects,
    registries,
    // The language server is no process here: a Dockerfile is all that it is asked about.
    client: {
      request: async (_: string, { text }: { text: string }) => factsOf(parseDockerfile(text)),
    },
    // Without the language server Compose itself says what is in effect.
    effective: { show: async () => false },
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
    views: {
      ongoing: new Ongoing(),
      redraw: () => {},
      markNewer: (found: readonly string[]) => void newer.splice(0, newer.length, ...found),
      showVolumeSizes: (told: ReadonlyMap<string, number>) => {
        for (const [name, size] of told) sizes.set(name, size);
      },
    },
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
    registries,
    documents,
    tables,
    sizes,
    newer,
    run: (id, objects = [], args = []) => {
      const command = commandTable[`dockwright.${id}`];
      if (!command) throw new Error(`there is no command ${id}`);
      // Who thinks better of it is told nothing, as where commands are registered.
      return onEachEngine(command, services, objects.map(rowOf), args).catch((error) => {
        if (toEngineError(error).kind !== "cancelled") throw error;
      });
    },
    object: (kind, nameOrId, fits = () => true) =>
      until(`${kind} ${nameOrId}`, () => {
        const one = find(kind, nameOrId) as ObjectOf[typeof kind] | undefined;
        return one && fits(one) ? one : undefined;
      }),
    gone: (kind, nameOrId) => until(`no ${kind} ${nameOrId}`, () => !find(kind, nameOrId)),
    dispose: () => {
      closing.abort();
      registries.dispose();
      watch.dispose();
      engine.dispose();
    },
  };
}

/** The row of an object; a row is one already. */
function rowOf(object: object): Node {
  if ("item" in object) return object as Node;
  const { contextValue = "" } = object as { readonly contextValue?: string };
  return { id: "", contextValue, stamp: 0, object, item: () => ({}) };
}

/** Makes a container of the tests' own; it sleeps unless told otherwise. */
export async function create(name: string, more: object = {}): Promise<string> {
  const body = { Image: busybox, Cmd: ["sleep", "1000"], Labels: labels, StopTimeout: 0, ...more };
  const made = await raw("POST", `/containers/create?name=${name}`, body);
  assert.equal(made.status, 201, made.body);
  return JSON.parse(made.body).Id;
}

/** The same, started. */
export async function start(name: string, more: object = {}): Promise<string> {
  const id = await create(name, more);
  const { status, body } = await raw("POST", `/containers/${id}/start`);
  assert.equal(status, 204, body);
  return id;
}

/** Makes an image of the tests' own. */
export async function createImage(reference: string): Promise<void> {
  const id = await create(`source-${reference.replace(/\W/g, "-")}`);
  const [, repo = "", tag = ""] = /^(.*):([^:]*)$/.exec(reference) ?? [];
  const query = new URLSearchParams({ container: id, repo, tag });
  for (const [key, value] of Object.entries(labels))
    query.append("changes", `LABEL ${key}=${value}`);
  const { status, body } = await raw("POST", `/commit?${query}`, {});
  assert.equal(status, 201, body);
  await raw("DELETE", `/containers/${id}`);
}

/** A terminal that a command has opened, as a person has it before them. */
export class Screen {
  text = "";
  readonly #pty: (typeof terminals)[number]["pty"];

  /** The terminal that was opened last. */
  constructor() {
    const last = terminals.at(-1);
    assert.ok(last, "no terminal was opened");
    this.#pty = last.pty;
    this.#pty.onDidWrite((more) => {
      this.text += more;
    });
    this.#pty.open(undefined);
  }

  async shows(pattern: RegExp): Promise<string> {
    return until(`${pattern} on the screen`, () => pattern.test(this.text) && this.text).catch(
      (error) => {
        throw new Error(`${error}; it shows: ${this.text}`);
      },
    );
  }

  type(text: string): void {
    this.#pty.handleInput?.(text);
  }

  close(): void {
    this.#pty.close();
  }
}
