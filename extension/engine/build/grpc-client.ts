// gRPC's other side: unary calls over a connection that was taken over. It knows no method.
import type { ClientHttp2Session, IncomingHttpHeaders } from "node:http2";
import type { Duplex } from "node:stream";
import { Deframer, frame, GrpcError } from "./grpc.ts";

/** A connection that calls can be made over, several at a time. */
export interface Caller {
  /**
   * Calls a method, and gives the answer's message.
   * @throws GrpcError with the status that the other side gave; else what the connection threw.
   */
  call(method: string, request: Uint8Array, headers?: Record<string, string>): Promise<Uint8Array>;
  /** Ends the connection, and with it the calls that are open. */
  close(): void;
}

/** Speaks gRPC over the connection, which has been upgraded to h2c. */
export async function openCaller(socket: Duplex): Promise<Caller> {
  // At first use: http2 takes 20 ms to load, and activation shall not wait for it.
  const { connect } = await import("node:http2");
  const session = connect("http://localhost", { createConnection: () => socket });
  session.on("error", () => {});
  return {
    call: (method, request, headers) => unary(session, method, request, headers),
    close: () => session.destroy(),
  };
}

function unary(
  session: ClientHttp2Session,
  method: string,
  request: Uint8Array,
  headers: Record<string, string> = {},
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const call = session.request({
      ":method": "POST",
      ":path": method,
      "content-type": "application/grpc",
      te: "trailers",
      ...headers,
    });
    const deframer = new Deframer();
    const answers: Buffer[] = [];
    let status: IncomingHttpHeaders = {};
    const learn = (more: IncomingHttpHeaders) => {
      status = { ...status, ...more };
    };
    // A call that fails at once has its status among the first headers.
    call.on("response", learn).on("trailers", learn);
    call.on("data", (chunk: Buffer) => answers.push(...deframer.push(chunk)));
    call.on("error", reject);
    call.on("close", () => {
      const [answer] = answers;
      if (status["grpc-status"] === "0" && answer) resolve(answer);
      else reject(errorOf(status));
    });
    call.end(frame(request));
  });
}

function errorOf(status: IncomingHttpHeaders): Error {
  const message = String(status["grpc-message"] ?? "");
  if (status["grpc-status"] === undefined) return new Error("The connection was closed.");
  return new GrpcError(Number(status["grpc-status"]), unescaped(message));
}

/** As gRPC writes texts in headers: bytes in percent form; anything else stays as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
