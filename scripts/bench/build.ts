// Builds with a context of 1 GiB: nothing of it needed, all of it copied, the same again.
// Run: node scripts/bench/build.ts [MiB]
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildImage } from "../../extension/engine/build/build.ts";
import { HttpClient } from "../../extension/engine/connection/http.ts";
import { startEngine } from "../engine.ts";

const [mebibytes = "1024"] = process.argv.slice(2);
const own = await startEngine("bench-build");
const client = new HttpClient(async () => own.socket);
const engine = { client, hasBuildKit: true, credentials: async () => undefined };
const folder = mkdtempSync(join(tmpdir(), "dockwright-bench-"));
const images = new Set<string>();

async function measure(name: string, dockerfile: string): Promise<void> {
  writeFileSync(join(folder, "Dockerfile"), dockerfile);
  const before = process.cpuUsage();
  const { imageId, duration, sentBytes } = await buildImage(engine, { folder });
  const { user, system } = process.cpuUsage(before);
  images.add(imageId);
  const [wall, cpu] = [duration / 1000, (user + system) / 1e6].map((time) => time.toFixed(2));
  console.log(
    `build of ${mebibytes} MiB, ${name}: ${wall} s, of them ${cpu} s CPU of ours, ${sentBytes} bytes sent`,
  );
}

try {
  const block = Buffer.alloc(1 << 20);
  for (let n = 0; n < Number(mebibytes); n += 16) {
    const parts = Array.from({ length: 16 }, (_, i) => {
      block.writeUInt32BE(n + i);
      return Buffer.from(block);
    });
    writeFileSync(join(folder, `part-${n}`), Buffer.concat(parts));
  }
  await measure("none needed", `FROM busybox:1.35\nRUN echo ${Date.now()}\n`);
  const copy = `FROM busybox:1.35\nLABEL run=${Date.now()}\nCOPY . /all/\n`;
  await measure("all copied", copy);
  await measure("unchanged", copy);
} finally {
  for (const image of images)
    await client.request({ method: "DELETE", path: `/images/${image}`, query: { force: true } });
  rmSync(folder, { recursive: true, force: true });
  client.dispose();
  await own.stop();
}
