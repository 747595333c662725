// From a typed key to its echo in a shell in a container, over our session, beside the bare socket's.
// Run: node scripts/bench/echo.ts [keys]
import { request } from "node:http";
import type { Duplex } from "node:stream";
import { exec } from "../../extension/engine/streams/exec.ts";
import { create, start } from "../../extension/engine/verbs/containers.ts";
import { api } from "../engine-api.ts";
import { busyboxImage } from "../engine-images.ts";
import { figures, startBed } from "./engine/bed.ts";

const keys = Number(process.argv[2] ?? 300);
const bed = await startBed("bench-echo");
try {
  const { Id } = await create(bed.engine, { Image: busyboxImage, Cmd: ["sleep", "1000"] });
  await start(bed.engine, Id);
  // `cat` in a terminal: the kernel echoes each key at once, and nothing else speaks.
  const session = await exec(bed.engine, Id, { command: ["cat"], tty: true, input: true });
  const output = session.output[Symbol.asyncIterator]();
  const ours = await typed(async () => {
    await session.write("x");
    await output.next();
  });
  session.close();
  const bare = await bareExec(bed.own.socket, Id);
  const engines = await typed(async () => {
    const echo = new Promise((done) => bare.once("data", done));
    bare.write("x");
    await echo;
  });
  bare.destroy();
  console.log(`key to echo, ours: ${figures(ours)}`);
  console.log(`key to echo, the bare socket: ${figures(engines)}`);
} finally {
  await bed.close();
}

async function typed(key: () => Promise<void>): Promise<number[]> {
  const times: number[] = [];
  for (let count = 0; count < keys; count++) {
    const begun = performance.now();
    await key();
    times.push(performance.now() - begun);
  }
  return times;
}

/** The same exec without anything of ours. */
async function bareExec(socketPath: string, id: string): Promise<Duplex> {
  const headers = { "Content-Type": "application/json" };
  const body = { AttachStdin: true, AttachStdout: true, Tty: true, Cmd: ["cat"] };
  const made = await api(socketPath, "POST", `/containers/${id}/exec`, body);
  const path = `/exec/${(JSON.parse(made.body) as { Id: string }).Id}/start`;
  return new Promise((done, reject) => {
    const upgrade = { ...headers, Connection: "Upgrade", Upgrade: "tcp" };
    const asked = request({ socketPath, method: "POST", path, headers: upgrade });
    asked.on("upgrade", (_answer, socket) => done(socket)).on("error", reject);
    asked.end(JSON.stringify({ Detach: false, Tty: true }));
  });
}
