// Finds the objects that a command works on: the clicked rows, or what the person picks from a list.
import { type QuickPickItem, window } from "vscode";
import type { Engine } from "../engine/engine.ts";
import type { Container, EngineObject, Kind, ObjectOf } from "../engine/model/objects.ts";
import { t } from "../engine/text.ts";
import type { Node } from "../views/node.ts";
import type { Group } from "../views/rows.ts";
import { stateWords } from "../wording/container-words.ts";
import { plain, shortId, size } from "../wording/format.ts";
import type { Command, Services } from "./command.ts";

export interface Wanted<K extends Kind> {
  /** The objects for which the command makes sense; all when missing. */
  readonly where?: (object: ObjectOf[K]) => boolean;
  /** False: the list lets pick only one. */
  readonly many?: boolean;
}

type Run<K extends Kind> = (
  engine: Engine,
  objects: readonly ObjectOf[K][],
  services: Services,
) => Promise<unknown>;

/** A command on objects of one kind: the rows', else those that are picked. */
export function on<K extends Kind>(kind: K, wanted: Wanted<K>, run: Run<K>): Command {
  return async (services, nodes) => {
    const engine = await services.engine();
    const clicked = objectsOf(kind, nodes);
    const objects = clicked.filter((object) => wanted.where?.(object) ?? true);
    // A letter key comes for any row; where it makes no sense, nothing else may be asked.
    if (clicked.length > 0 && objects.length === 0)
      return window.setStatusBarMessage(nothing[kind](), 5000);
    const chosen = objects.length > 0 ? objects : await pick(engine, kind, wanted);
    if (chosen && chosen.length > 0) return run(engine, chosen, services);
    return undefined;
  };
}

/** A command on exactly one object. */
export function onOne<K extends Kind>(
  kind: K,
  run: (engine: Engine, object: ObjectOf[K], services: Services) => Promise<unknown>,
  where?: (object: ObjectOf[K]) => boolean,
): Command {
  const wanted = { many: false, ...(where && { where }) };
  return on(kind, wanted, async (engine, [object], services) =>
    object ? run(engine, object, services) : undefined,
  );
}

/** The objects of one kind that the rows stand for; a group stands for all that are in it. */
export function objectsOf<K extends Kind>(kind: K, nodes: readonly Node[]): ObjectOf[K][] {
  const objects = nodes.flatMap(({ object }) => {
    const one = object as EngineObject | Group | undefined;
    return one?.kind === "group" ? (one.objects as readonly EngineObject[]) : one;
  });
  return [...new Set(objects)].filter((object): object is ObjectOf[K] => object?.kind === kind);
}

/** All objects of one kind, once the model is up to date. */
export async function all<K extends Kind>(engine: Engine, kind: K): Promise<ObjectOf[K][]> {
  const watch = engine.model.watch();
  try {
    if (!engine.model.live) await engine.connect();
    await engine.model.whenLive(AbortSignal.timeout(20_000));
    const objects = engine.model[`${kind}s`] as ReadonlyMap<string, unknown>;
    return [...objects.values()] as ObjectOf[K][];
  } finally {
    watch.dispose();
  }
}

/** Lets the person pick; undefined when dismissed. Throws nothing, says so when there is nothing to pick. */
export async function pick<K extends Kind>(
  engine: Engine,
  kind: K,
  { where, many = true }: Wanted<K> = {},
): Promise<ObjectOf[K][] | undefined> {
  const objects = (await all(engine, kind)).filter((object) => where?.(object) ?? true);
  if (objects.length === 0) {
    void window.showInformationMessage(nothing[kind]());
    return undefined;
  }
  const items = objects.map((object) => ({ ...describe(object), object }));
  const options = { placeHolder: question[kind](), matchOnDescription: true, matchOnDetail: true };
  if (many) {
    const picked = await window.showQuickPick(items, { ...options, canPickMany: true });
    return picked?.map(({ object }) => object);
  }
  const picked = await window.showQuickPick(items, options);
  return picked && [picked.object];
}

const question: Record<Kind, () => string> = {
  container: () => t("Choose a container"),
  image: () => t("Choose an image"),
  volume: () => t("Choose a volume"),
  network: () => t("Choose a network"),
};

const nothing: Record<Kind, () => string> = {
  container: () => t("There is no container that this command can be used on."),
  image: () => t("There is no image yet. Pull or build one first."),
  volume: () => t("There is no volume yet."),
  network: () => t("There is no network that this command can be used on."),
};

/** How an object stands in a pick list. */
export function describe(object: EngineObject): QuickPickItem {
  switch (object.kind) {
    case "container":
      return {
        label: plain(object.name),
        description: plain(object.image),
        detail: stateWords(object),
      };
    case "image":
      return { label: nameOfImage(object), description: size(object.size) };
    case "volume":
    case "network":
      return { label: plain(object.name), description: plain(object.driver) };
  }
}

/** The image's first tag, else its short id. */
export function nameOfImage({ tags, id }: ObjectOf["image"]): string {
  return plain(tags[0] ?? shortId(id));
}

/** The name by which people know an object. */
export function nameOf(object: EngineObject): string {
  return object.kind === "image" ? nameOfImage(object) : plain(object.name);
}

export const isRunning = ({ state }: Container) => state === "running";
export const isUp = ({ state }: Container) =>
  state === "running" || state === "paused" || state === "restarting";
/** What an engine starts; of what a removal has left over, it starts nothing. */
export const isStartable = ({ state }: Container) => state === "exited" || state === "created";
/** What does not run, and may go. */
export const isDown = ({ state }: Container) =>
  state === "exited" || state === "created" || state === "dead";
