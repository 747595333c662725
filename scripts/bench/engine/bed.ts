// What the measures of the engine layer share: an engine of their own with a live model, and counts.

import { HttpClient } from "../../../extension/engine/connection/http.ts";
import { Engine } from "../../../extension/engine/engine.ts";
import { listAll } from "../../../extension/engine/model/lists.ts";
import { create, remove } from "../../../extension/engine/verbs/containers.ts";
import { startEngine, type TestEngine } from "../../engine.ts";
import { until } from "../../engine-api.ts";
import { busyboxImage } from "../../engine-images.ts";

export interface Bed {
  readonly own: TestEngine;
  readonly engine: Engine;
  /** How many requests our side has made so far. */
  requests(): number;
  /** Creates containers until there are so many; gives the ids of all. */
  fill(many: number): Promise<string[]>;
  close(): Promise<void>;
}

export async function startBed(name: string): Promise<Bed> {
  let count = 0;
  const stream = HttpClient.prototype.stream;
  HttpClient.prototype.stream = function counted(ask) {
    count++;
    return stream.call(this, ask);
  };
  const own = await startEngine(name);
  const engine = new Engine({
    host: `unix://${own.socket}`,
    transport: "unix",
    origin: "setting",
    name,
    local: true,
  });
  const watching = engine.model.watch();
  await engine.model.whenLive(AbortSignal.timeout(60_000));
  const made: string[] = [];
  return {
    own,
    engine,
    requests: () => count,
    async fill(many) {
      while (made.length < many) {
        const wish = { Image: busyboxImage, Cmd: ["sleep", "1000"] };
        made.push((await create(engine, wish)).Id);
      }
      await until("all containers", () => engine.model.containers.size >= many);
      return made;
    },
    async close() {
      watching.dispose();
      for (const id of made) await remove(engine, id, { force: true }).catch(() => {});
      engine.dispose();
      await own.stop();
    },
  };
}

/** Ids in which the model and a fresh list differ. */
export async function differences(engine: Engine): Promise<string[]> {
  const fresh = new Map((await listAll(engine, "container")).map((one) => [one.id, one]));
  const known = engine.model.containers;
  const plain = (id: string, from: ReadonlyMap<string, object>) =>
    JSON.stringify({ ...from.get(id), status: "" });
  return [...new Set([...fresh.keys(), ...known.keys()])].filter(
    (id) => plain(id, fresh) !== plain(id, known),
  );
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

export function medianOf(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

/** Median and 95th percentile, in milliseconds. */
export function figures(times: number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms (n=${sorted.length})`;
}
