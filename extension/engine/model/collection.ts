// One kind of object by id, where an update that changes nothing leaves the old object in place. Knows no engine.
import { isDeepStrictEqual } from "node:util";
import type { EngineObject } from "./objects.ts";

/** What an update really changed: the objects themselves, the removed ones as they last were. */
export interface Difference<T> {
  added: T[];
  changed: T[];
  removed: T[];
}

export class Collection<T extends EngineObject> {
  readonly #byId = new Map<string, T>();

  get byId(): ReadonlyMap<string, T> {
    return this.#byId;
  }

  /** Takes `fresh` as everything there is. */
  replace(fresh: readonly T[]): Difference<T> {
    const kept = new Set(fresh.map(({ id }) => id));
    return this.update(
      fresh,
      [...this.#byId.keys()].filter((id) => !kept.has(id)),
    );
  }

  /** Takes `fresh` in, and removes the ids in `gone`. */
  update(fresh: readonly T[], gone: Iterable<string>): Difference<T> {
    const difference: Difference<T> = { added: [], changed: [], removed: [] };
    for (const id of gone) {
      const old = this.#byId.get(id);
      if (old && this.#byId.delete(id)) difference.removed.push(old);
    }
    for (const object of fresh) {
      const old = this.#byId.get(object.id);
      if (!old) difference.added.push(object);
      else if (isSame(old, object)) {
        refreshAge(old, object);
        continue;
      } else difference.changed.push(object);
      this.#byId.set(object.id, object);
    }
    return difference;
  }
}

// “Up 3 minutes” ages without anything happening: it is brought up to date in the old object, silently.
function refreshAge(old: EngineObject, fresh: EngineObject): void {
  if (old.kind === "container" && fresh.kind === "container")
    (old as { status: string }).status = fresh.status;
}

function isSame(old: EngineObject, fresh: EngineObject): boolean {
  if (old.kind !== "container") return isDeepStrictEqual(old, fresh);
  return isDeepStrictEqual({ ...old, status: "" }, { ...fresh, status: "" });
}
