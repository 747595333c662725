// Forwards the user's ssh agent into a build step that mounts it (`RUN --mount=type=ssh`). Keys
// never leave the agent.
import type { IncomingHttpHeaders, ServerHttp2Stream } from "node:http2";
import { connect } from "node:net";
import { accept, Deframer, frame, GrpcError, NOT_FOUND, refuse } from "./grpc.ts";
import { bytes, bytesField, decode } from "./protobuf.ts";

/** Joins one ForwardAgent call to the agent's socket, or refuses it when there is no such agent. */
export function serveForwardAgent(
  stream: ServerHttp2Stream,
  headers: IncomingHttpHeaders,
  agents: Readonly<Record<string, string>>,
): void {
  const id = String(headers["buildkit.ssh.id"] ?? "default");
  const path = agents[id];
  if (path === undefined) {
    refuse(stream, new GrpcError(NOT_FOUND, `unset ssh forward key ${id}`));
    return;
  }
  const call = accept(stream);
  const agent = connect(path);
  const deframer = new Deframer();
  stream.on("data", (chunk: Buffer) => {
    for (const message of deframer.push(chunk)) agent.write(bytes(decode(message), 1));
  });
  stream.on("end", () => agent.end());
  stream.on("error", () => {});
  stream.on("close", () => agent.destroy());
  agent.on("data", (chunk: Buffer) => {
    if (!stream.destroyed) stream.write(frame(bytesField(1, chunk)));
  });
  agent.on("error", (error) => call.end(error));
  agent.on("end", () => call.end());
}
