// Prunes: a tick list of what nobody uses, with sizes, then a question, then exactly what was ticked.

import { type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import * as containers from "../engine/verbs/containers.ts";
import * as images from "../engine/verbs/images.ts";
import * as networks from "../engine/verbs/networks.ts";
import { type DiskItem, diskUsage, pruneBuildCache } from "../engine/verbs/system.ts";
import * as volumes from "../engine/verbs/volumes.ts";
import { usersOf } from "../views/images.ts";
import { stateWords } from "../wording/container-words.ts";
import { ago, size } from "../wording/format.ts";
import { announce } from "./announce.ts";
import { each, sure, withProgress } from "./ask.ts";
import type { Command } from "./command.ts";
import { all, isDown, nameOf, nameOfImage } from "./targets.ts";

export type PruneKind = "container" | "network" | "image" | "volume" | "buildCache";

/** One thing that nobody uses. */
interface Unused {
  readonly label: string;
  readonly description: string;
  readonly picked: boolean;
  readonly bytes: number;
  /** What the docker line names. */
  readonly names: readonly string[];
  remove(): Promise<unknown>;
}

/** How things of one kind are found and named. They go in the order of this table: users before what they use. */
interface Kind {
  readonly title: () => string;
  readonly verb: readonly string[];
  find(engine: Engine, sizes: Sizes): Promise<Unused[]>;
}

/** What the engine says of sizes, by kind and id. */
type Sizes = ReadonlyMap<string, DiskItem>;

const bytesOf = (sizes: Sizes, kind: PruneKind, id: string) =>
  sizes.get(`${kind} ${id}`)?.size ?? 0;

const kinds: Record<PruneKind, Kind> = {
  container: {
    title: () => t("Stopped containers"),
    verb: ["rm"],
    async find(engine, sizes) {
      const stopped = (await all(engine, "container")).filter(isDown);
      return stopped.map((one) => {
        const bytes = bytesOf(sizes, "container", one.id);
        return {
          label: nameOf(one),
          description: `${size(bytes)} · ${stateWords(one)} · ${one.image}`,
          picked: true,
          bytes,
          names: [one.name],
          remove: () => containers.remove(engine, one.id),
        };
      });
    },
  },
  network: {
    title: () => t("Unused networks"),
    verb: ["network", "rm"],
    async find(engine) {
      const inUse = (await all(engine, "container")).flatMap((one) =>
        one.networks.map(({ name }) => name),
      );
      const used = new Set(inUse);
      return (await all(engine, "network"))
        .filter(({ builtIn, name }) => !builtIn && !used.has(name))
        .map((one) => ({
          label: nameOf(one),
          description: one.driver,
          picked: true,
          bytes: 0,
          names: [one.name],
          remove: () => networks.remove(engine, one.id),
        }));
    },
  },
  image: {
    title: () => t("Unused images"),
    verb: ["rmi"],
    async find(engine, sizes) {
      const users = usersOf(await all(engine, "container"));
      const unused = (await all(engine, "image")).filter(({ id }) => !users.has(id));
      return unused.map((image) => {
        const names = image.tags.length > 0 ? image.tags : [image.id];
        const bytes = sizes.get(`image ${image.id}`)?.size ?? image.size;
        return {
          label: nameOfImage(image),
          description: `${size(bytes)} · ${ago(image.created)}`,
          picked: image.dangling,
          bytes,
          names,
          remove: () => each(names, (name) => images.remove(engine, name)),
        };
      });
    },
  },
  volume: {
    title: () => t("Unused volumes"),
    verb: ["volume", "rm"],
    find: async (engine, sizes) =>
      [...sizes.values()]
        .filter(({ kind, inUse }) => kind === "volume" && !inUse)
        .map(({ name, size: bytes, anonymous }) => ({
          label: name,
          description: [size(bytes), anonymous ? t("anonymous") : ""].filter(Boolean).join(" · "),
          picked: anonymous,
          bytes,
          names: [name],
          remove: () => volumes.remove(engine, name),
        })),
  },
  buildCache: {
    title: () => t("Build cache"),
    verb: ["builder", "prune", "--all"],
    async find(engine, sizes) {
      const cache = [...sizes.values()].filter((one) => one.kind === "buildCache" && !one.inUse);
      const bytes = cache.reduce((sum, one) => sum + one.size, 0);
      const description = t(
        "Entries: {0}, {1}. The next build takes longer.",
        cache.length,
        size(bytes),
      );
      const remove = () => pruneBuildCache(engine, { all: true });
      const one = { label: t("Build cache"), description, picked: true, bytes, names: [], remove };
      return cache.length > 0 ? [one] : [];
    },
  },
};

type Row = QuickPickItem & { kindOf?: PruneKind; one?: Unused };

/** The command that shows what nobody uses of these kinds, and removes what stays ticked. */
export function prune(...wanted: readonly PruneKind[]): Command {
  return async (services) => {
    const engine = await services.engine();
    const rows = await withProgress(t("Adding up sizes"), (signal) =>
      findRows(engine, wanted, signal),
    );
    if (rows.length === 0)
      return window.showInformationMessage(t("Everything is in use; there is nothing to remove."));
    const placeHolder = t("What is ticked will be removed");
    const ticked = await window.showQuickPick(rows, {
      canPickMany: true,
      placeHolder,
      matchOnDescription: true,
    });
    if (!ticked || ticked.length === 0) return undefined;
    const detail = [
      ...ticked.slice(0, 20).map(({ label, description }) => `${label} (${description})`),
      ...(ticked.length > 20 ? [t("… and {0} more", ticked.length - 20)] : []),
      ...(ticked.some(({ kindOf }) => kindOf === "volume")
        ? [t("All data in the volumes is lost.")]
        : []),
    ];
    const bytes = ticked.reduce((sum, { one }) => sum + (one?.bytes ?? 0), 0);
    const [only] = ticked;
    const question =
      only && ticked.length === 1
        ? t("Remove {0}?", only.label)
        : t("Remove {0} objects ({1})?", ticked.length, size(bytes));
    if (!(await sure(engine, question, detail.join("\n"), t("Remove")))) return undefined;
    await removeTicked(engine, ticked);
    return window.showInformationMessage(t("Freed {0}.", size(bytes)));
  };
}

async function findRows(
  engine: Engine,
  wanted: readonly PruneKind[],
  signal: AbortSignal,
): Promise<Row[]> {
  const needsSizes = wanted.some((kind) => kind !== "network");
  const usage = needsSizes ? await diskUsage(engine, signal) : [];
  const sizes = new Map(usage.map((one) => [`${one.kind} ${one.id}`, one]));
  const found = await Promise.all(
    wanted.map(async (kindOf) => {
      const unused = await kinds[kindOf].find(engine, sizes);
      const rows: Row[] = unused
        .sort((a, b) => b.bytes - a.bytes)
        .map((one) => ({ ...one, kindOf, one }));
      const head = { label: kinds[kindOf].title(), kind: QuickPickItemKind.Separator };
      return rows.length > 0 && wanted.length > 1 ? [head, ...rows] : rows;
    }),
  );
  return found.flat();
}

/** Kind after kind, all of it; then the first failure is thrown. */
async function removeTicked(engine: Engine, ticked: readonly Row[]): Promise<void> {
  const failures: unknown[] = [];
  for (const kind of Object.keys(kinds) as PruneKind[]) {
    const those = ticked.flatMap(({ kindOf, one }) => (kindOf === kind && one ? [one] : []));
    if (those.length === 0) continue;
    await announce(engine, ...kinds[kind].verb, ...those.flatMap(({ names }) => names));
    await each(those, (one) => one.remove()).catch((error) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
