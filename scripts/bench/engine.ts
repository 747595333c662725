// Lists, the way from event to model, and the cost of doing nothing:
// `node scripts/bench/engine.ts [containers] [idle seconds]`.
import { request } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { listAll } from "../../extension/engine/model/lists.ts";
import { rename } from "../../extension/engine/verbs/containers.ts";
import { type Bed, figures, medianOf, startBed, timed } from "./engine/bed.ts";

const many = Number(process.argv[2] ?? 1000);
const idleSeconds = Number(process.argv[3] ?? 60);
const bed = await startBed("bench-engine");
try {
  for (const size of [2, many]) {
    const ids = await bed.fill(size);
    await lists(bed, size);
    await eventToModel(bed, ids);
  }
  await idle(bed);
} finally {
  await bed.close();
}

async function lists({ own, engine }: Bed, size: number): Promise<void> {
  const raw: number[] = [];
  const ours: number[] = [];
  // By turns, so that both meet the same machine.
  for (let round = 0; round < 21; round++) {
    raw.push(await timed(() => plainRequest(own.socket)));
    ours.push(await timed(() => listAll(engine, "container")));
  }
  const ratio = medianOf(ours) / medianOf(raw);
  console.log(`list of ${size} containers, plain request: ${figures(raw)}`);
  console.log(`list of ${size} containers, as objects: ${figures(ours)}, ${ratio.toFixed(2)} ×`);
}

/** The bytes of the list over a new connection, read and thrown away. */
function plainRequest(socketPath: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path: "/containers/json?all=1", agent: false }, (answer) =>
      answer.resume().on("end", resolve),
    );
    asked.on("error", reject);
    asked.end();
  });
}

async function eventToModel(bed: Bed, ids: readonly string[]): Promise<void> {
  const times: number[] = [];
  await delay(200);
  const before = bed.requests();
  for (let round = 0; round < 60; round++) {
    const id = ids[round % ids.length] ?? "";
    times.push(await renameSeen(bed, id, `bench-${ids.length}-${round}`));
    await delay(60);
  }
  // The renames themselves go by dockerode and are not counted.
  const asked = (bed.requests() - before) / 60;
  console.log(
    `event → model, ${ids.length} containers: ${figures(times)}, ${asked.toFixed(2)} requests each`,
  );
}

/** Milliseconds from the engine's answer to a rename until the model tells it. */
async function renameSeen({ engine }: Bed, id: string, name: string): Promise<number> {
  const seen = new Promise<number>((resolve) => {
    const heard = engine.model.onDidChange(({ changed }) => {
      if (!changed.some((one) => one.kind === "container" && one.name === name)) return;
      heard.dispose();
      resolve(performance.now());
    });
  });
  await rename(engine, id, name);
  const answered = performance.now();
  return Math.max((await seen) - answered, 0);
}

async function idle(bed: Bed): Promise<void> {
  await delay(2000);
  const [cpu, requests] = [process.cpuUsage(), bed.requests()];
  await delay(idleSeconds * 1000);
  const { user, system } = process.cpuUsage(cpu);
  const share = ((user + system) / 1e6 / idleSeconds) * 100;
  console.log(
    `idle for ${idleSeconds} s with ${bed.engine.model.containers.size} containers: ${share.toFixed(3)} % of a core, ${bed.requests() - requests} requests`,
  );
}
