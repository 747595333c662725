// What a build needs of an engine, and nothing else: the seam between this folder and the
// connection layer (its Client fits). Tests may give their own.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";

export interface BuildRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly query?: Record<string, string | number | boolean | undefined | object>;
  readonly headers?: Record<string, string | string[]>;
  /** A readable is streamed. */
  readonly body?: unknown;
  readonly signal?: AbortSignal | undefined;
}

export interface BuildClient {
  /** The answer's stream; rejects with the engine's message where the status is an error. */
  stream(request: BuildRequest): Promise<IncomingMessage>;
  /** Takes over the connection. */
  hijack(request: BuildRequest): Promise<Duplex>;
}

export interface Login {
  readonly username: string;
  /** A password or an identity token. */
  readonly secret: string;
}

export interface BuildEngine {
  readonly client: BuildClient;
  /** False where the engine is known to have no BuildKit (Podman). */
  readonly hasBuildKit: boolean;
  /** Whether the program of a step ends with a build that is cancelled. */
  readonly cancelsSteps: boolean;
  /** What to log in to a registry with; undefined for anonymous. */
  credentials(registry: string): Promise<Login | undefined>;
  /** The headers that tell the classic builder all logins; missing: it pulls as nobody. */
  loginHeaders?(): Promise<Record<string, string>>;
}
