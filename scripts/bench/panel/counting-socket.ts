// A socket before the engine's that passes everything on and counts the requests.
import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface CountingSocket {
  readonly path: string;
  /** The requests since the last call, as `GET /containers/json?…`. */
  take(): string[];
  close(): void;
}

export async function countingSocket(target: string): Promise<CountingSocket> {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-count-"));
  const path = join(folder, "docker.sock");
  const open = new Set<Socket>();
  let seen: string[] = [];
  const server = createServer((client) => {
    const engine = connect(target);
    for (const one of [client, engine]) {
      open.add(one);
      one.on("error", () => {}).on("close", () => open.delete(one));
    }
    client.on("data", (chunk: Buffer) => {
      // Without pipelining a request begins where a chunk begins.
      const line = /^[A-Z]+ \S+(?= HTTP\/1)/.exec(chunk.toString("latin1", 0, 4096))?.[0];
      if (line) seen.push(line);
    });
    client.pipe(engine);
    engine.pipe(client);
  });
  await new Promise<void>((done) => server.listen(path, done));
  return {
    path,
    take() {
      const taken = seen;
      seen = [];
      return taken;
    },
    close() {
      server.close();
      for (const one of open) one.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
