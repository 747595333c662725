// Verbs that may take a while: the rows say so meanwhile, and one can stop waiting for them.
import type { Container } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import { each, withLateProgress } from "../ask.ts";
import type { Services } from "../command.ts";
import { nameOf } from "../targets.ts";

/** By verb: what the rows say, and what a notification says of these names. */
const words = {
  start: [() => t("starting…"), (names: string) => t("Starting {0}", names)],
  stop: [() => t("stopping…"), (names: string) => t("Stopping {0}", names)],
  restart: [() => t("restarting…"), (names: string) => t("Restarting {0}", names)],
  pause: [() => t("pausing…"), (names: string) => t("Pausing {0}", names)],
  unpause: [() => t("resuming…"), (names: string) => t("Resuming {0}", names)],
  remove: [() => t("being removed…"), (names: string) => t("Removing {0}", names)],
} satisfies Record<string, [row: () => string, title: (names: string) => string]>;

export type LastingVerb = keyof typeof words;

/** Does it to each container; who gives it up only stops waiting, the engine goes on. */
export function lasting(
  { views }: Services,
  verb: LastingVerb,
  objects: readonly Container[],
  act: (id: string, signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const [row, title] = words[verb];
  const ids = objects.map(({ id }) => id);
  return withLateProgress(title(listed(objects)), (signal) =>
    views.ongoing.during(ids, row(), () => each(ids, (id) => act(id, signal))),
  );
}

/** The first names, and how many more there are. */
function listed(objects: readonly Container[]): string {
  const first = objects.slice(0, 3).map(nameOf);
  const more = objects.length - first.length;
  return [...first, ...(more > 0 ? [t("… and {0} more", more)] : [])].join(", ");
}
