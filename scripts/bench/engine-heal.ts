// What the model bears: a storm of changes, and an engine that is killed again and again.
// `node scripts/bench/engine-heal.ts [containers in the storm] [restarts]`.
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { create, kill, remove, start } from "../../extension/engine/verbs/containers.ts";
import { until } from "../engine-api.ts";
import { busyboxImage } from "../engine-images.ts";
import { type Bed, differences, startBed } from "./engine/bed.ts";

const inStorm = Number(process.argv[2] ?? 200);
const restarts = Number(process.argv[3] ?? 50);
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;
const wish = { Image: busyboxImage, Cmd: ["sleep", "1000"] };
const bed = await startBed("bench-heal");
try {
  await storm(bed);
  await deaths(bed);
} finally {
  await bed.close();
}

async function storm({ engine }: Bed): Promise<void> {
  const live = async (count: number) => {
    let left = count;
    const work = async () => {
      while (left-- > 0) {
        const { Id } = await create(engine, wish);
        await start(engine, Id);
        await kill(engine, Id);
        await remove(engine, Id, { force: true });
      }
    };
    await Promise.all(Array.from({ length: 8 }, work));
  };
  // Once before, so that what is loaded and compiled late does not count.
  await live(8);
  const before = memory();
  const begun = performance.now();
  await live(inStorm);
  const seconds = (performance.now() - begun) / 1000;
  await until("the model", async () => (await differences(engine)).length === 0);
  const grown = memory() - before;
  console.log(
    `storm of ${inStorm} containers: ${seconds.toFixed(1)} s, 0 differences from a fresh list, heap grew by ${grown.toFixed(1)} MB`,
  );
}

async function deaths({ own, engine }: Bed): Promise<void> {
  let healed = 0;
  const times: number[] = [];
  for (let round = 0; round < restarts; round++) {
    const changing = changes(engine);
    await own.kill();
    await changing;
    await own.start();
    const begun = performance.now();
    await until("the model", () => engine.model.live && engine.state.status === "connected");
    times.push(performance.now() - begun);
    await create(engine, wish);
    const same = await until("the model", async () => (await differences(engine)).length === 0);
    if (same) healed++;
  }
  const worst = Math.max(...times);
  console.log(
    `killed and restarted under changes: ${healed} of ${restarts} healed, at most ${worst.toFixed(0)} ms after the engine's answer`,
  );
}

/** Changes that the death of the engine cuts off somewhere. */
async function changes(engine: Bed["engine"]): Promise<void> {
  const work = async () => {
    const { Id } = await create(engine, wish);
    await start(engine, Id);
    await remove(engine, Id, { force: true });
  };
  await Promise.allSettled([work(), work(), work()]);
}

function memory(): number {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}
