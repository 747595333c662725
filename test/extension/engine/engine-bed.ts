// An "engine" on a real socket that behaves as a test wants it to.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { Engine } from "../../../extension/engine/engine.ts";

/** Answers one request, or leaves the connection open without a word. */
export type Manner = (path: string, socket: Socket) => void;

export const json = (body: string, headers = "") =>
  `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n${headers}\r\n${body}`;
const ping = json("OK", "Api-Version: 1.41\r\nServer: Docker/20.10.24 (linux)\r\n");

/** What a good engine does, as little as the model needs: it holds one container. */
export const good: Manner = (path, socket) => {
  if (path.startsWith("/_ping")) socket.write(ping);
  else if (path.startsWith("/events"))
    socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
  else if (path.startsWith("/containers/json"))
    socket.write(json('[{"Id":"a","Names":["/one"],"State":"running"}]'));
  else if (path.startsWith("/volumes")) socket.write(json('{"Volumes":null}'));
  else socket.write(json("[]"));
};

/** Misbehaves on the paths that begin so, and is good on all others. */
export const badOn =
  (begin: string, manner: (socket: Socket) => void): Manner =>
  (path, socket) =>
    path.startsWith(begin) ? manner(socket) : good(path, socket);

/** An engine on a socket of its own with these manners, and ours on it, watched until the end of the test. */
export async function bedWith(
  context: TestContext,
  manner: Manner,
  patience = 20_000,
  local = true,
) {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-bad-"));
  const sockets = new Set<Socket>();
  const bed = { manner, asked: [] as string[] };
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
    socket.on("end", () => socket.end());
    socket.on("data", (data) => {
      const path = String(data).split(" ")[1] ?? "";
      bed.asked.push(path);
      bed.manner(path, socket);
    });
  });
  const at = join(folder, "e.sock");
  await new Promise<void>((resolve) => server.listen(at, resolve));
  const engine = new Engine(
    { host: `unix://${at}`, transport: "unix", origin: "setting", name: "bad", local },
    { patience },
  );
  const watching = engine.model.watch();
  context.after(async () => {
    watching.dispose();
    engine.dispose();
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });
  return { bed, engine, sockets, watching };
}
