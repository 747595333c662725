// Figures of the engine layer on an engine of its own: `node scripts/bench/engine.ts [containers]`.
import { create, remove, rename } from "../../extension/engine/containers.ts";
import { Engine } from "../../extension/engine/engine.ts";
import { listAll } from "../../extension/engine/lists.ts";
import { startEngine } from "../engine.ts";
import { busyboxImage } from "../engine-images.ts";

const many = Number(process.argv[2] ?? 200);
const own = await startEngine("bench-engine");
const engine = new Engine({
  host: `unix://${own.socket}`,
  transport: "unix",
  origin: "setting",
  name: "bench",
  local: true,
});
const watching = engine.model.watch();
try {
  await engine.model.whenLive(AbortSignal.timeout(60_000));
  const made: string[] = [];
  for (let i = 0; i < many; i++) made.push((await create(engine, { Image: busyboxImage })).Id);
  while (engine.model.containers.size < made.length) await pause();
  const raw = await median(() => engine.request({ path: "/containers/json?all=1" }));
  const list = await median(() => listAll(engine, "container"));
  console.log(`list of ${many}: request ${raw.toFixed(1)} ms, as objects ${list.toFixed(1)} ms`);
  const delays: number[] = [];
  for (let i = 0; i < 40; i++)
    delays.push(await renameSeen(made[i % made.length] ?? "", `bench-${i}`));
  delays.sort((a, b) => a - b);
  console.log(
    `event → model: p95 ${(delays[Math.floor(delays.length * 0.95)] ?? 0).toFixed(1)} ms`,
  );
  for (const id of made) await remove(engine, id);
} finally {
  watching.dispose();
  engine.dispose();
  await own.stop();
}

/** Milliseconds from the engine's answer to a rename until the model tells it. */
async function renameSeen(id: string, name: string): Promise<number> {
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

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < 9; i++) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[4] ?? 0;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 20));
}
