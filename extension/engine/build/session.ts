// A BuildKit session: over one hijacked connection the engine calls back for files, secrets,
// registry logins and ssh agents while it builds. The roles are reversed: we are the gRPC server.
import { createHash, randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { type SyncFigures, serveDiffCopy } from "./file-sync.ts";
import { accept, Deframer, frame, GrpcError, NOT_FOUND, refuse, UNIMPLEMENTED } from "./grpc.ts";
import { bytesField, decode, type Fields, numberField, text } from "./protobuf.ts";
import { serveForwardAgent } from "./ssh-forward.ts";
import type { BuildEngine } from "./transport.ts";

export interface SessionOptions {
  /** Folders by the name that the engine asks for: `context`, `dockerfile`. */
  readonly folders: Readonly<Record<string, string>>;
  /** What a secret holds, by its id; read when a step wants it. */
  readonly secrets?: Readonly<Record<string, () => Promise<Uint8Array>>>;
  /** Sockets of ssh agents by id. */
  readonly sshAgents?: Readonly<Record<string, string>>;
}

export interface Session {
  readonly id: string;
  readonly sent: Readonly<SyncFigures>;
  /** The first thing on our side that went wrong, such as a file that cannot be read. */
  readonly failure: Error | undefined;
  close(): void;
}

type Unary = (request: Fields) => Promise<Uint8Array> | Uint8Array;
type Streaming = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => void;

/** Opens a session. It lives until it is closed, or the engine hangs up. */
export async function openSession(
  engine: BuildEngine,
  options: SessionOptions,
  signal?: AbortSignal,
): Promise<Session> {
  const id = randomUUID();
  const sent: SyncFigures = { entries: 0, files: 0, bytes: 0 };
  let failure: Error | undefined;
  const streaming: Record<string, Streaming> = {
    "/moby.filesync.v1.FileSync/DiffCopy": (stream, headers) =>
      serveDiffCopy(stream, headers, {
        folders: options.folders,
        figures: sent,
        onError: (error) => {
          failure ??= error;
        },
      }),
    "/moby.sshforward.v1.SSH/ForwardAgent": (stream, headers) =>
      serveForwardAgent(stream, headers, options.sshAgents ?? {}),
  };
  const unary = unaryMethods(engine, options);
  const socket = await engine.client.hijack({
    method: "POST",
    path: "/session",
    signal,
    headers: {
      Upgrade: "h2c",
      "X-Docker-Expose-Session-Uuid": id,
      "X-Docker-Expose-Session-Name": "dockwright",
      // The same key for the same folder lets the engine ask only for what has changed.
      "X-Docker-Expose-Session-Sharedkey": sharedKey(options.folders),
      "X-Docker-Expose-Session-Grpc-Method": [...Object.keys(streaming), ...Object.keys(unary)],
    },
  });
  // At first use: http2 takes 20 ms to load, and activation shall not wait for it.
  const { createServer } = await import("node:http2");
  const server = createServer({ settings: { initialWindowSize: 4 << 20 } });
  server.on("stream", (stream, headers) => {
    stream.on("error", () => {});
    const method = headers[":path"] ?? "";
    const serve = streaming[method];
    if (serve) serve(stream, headers);
    else answer(stream, unary[method]);
  });
  server.on("sessionError", () => {});
  socket.on("error", () => {});
  server.emit("connection", socket);
  return {
    id,
    sent,
    get failure() {
      return failure;
    },
    close() {
      socket.destroy();
      server.close();
    },
  };
}

function sharedKey(folders: Readonly<Record<string, string>>): string {
  return createHash("sha256").update(JSON.stringify(folders)).digest("hex");
}

function unaryMethods(engine: BuildEngine, options: SessionOptions): Record<string, Unary> {
  return {
    // Without it the engine takes a quiet session for dead after some seconds.
    "/grpc.health.v1.Health/Check": () => numberField(1, 1),
    "/moby.buildkit.secrets.v1.Secrets/GetSecret": async (request) => {
      const id = text(request, 1);
      const secret = options.secrets?.[id];
      if (!secret) throw new GrpcError(NOT_FOUND, `secret ${id} not found`);
      return bytesField(1, await secret());
    },
    "/moby.filesync.v1.Auth/Credentials": async (request) => {
      const found = await engine.credentials(text(request, 1));
      if (!found) return new Uint8Array();
      return Buffer.concat([bytesField(1, found.username), bytesField(2, found.secret)]);
    },
    "/moby.sshforward.v1.SSH/CheckAgent": (request) => {
      const id = text(request, 1) || "default";
      if (options.sshAgents?.[id] === undefined)
        throw new GrpcError(NOT_FOUND, `unset ssh forward key ${id}`);
      return new Uint8Array();
    },
  };
}

function answer(stream: ServerHttp2Stream, method: Unary | undefined): void {
  const deframer = new Deframer();
  const requests: Buffer[] = [];
  stream.on("data", (chunk: Buffer) => requests.push(...deframer.push(chunk)));
  stream.on("end", async () => {
    try {
      if (!method) throw new GrpcError(UNIMPLEMENTED, "unimplemented");
      const body = await method(decode(requests[0] ?? new Uint8Array()));
      if (stream.destroyed) return;
      const call = accept(stream);
      stream.write(frame(body));
      call.end();
    } catch (error) {
      refuse(stream, error);
    }
  });
}
