// dockerode on one engine, for the verbs: loaded at first use, told of the socket alone, its failures made ours.
// Lists and streams are not its business (http.ts): it bounds no answer, and waits for ever for one that was cut.
import type { Agent } from "node:http";
import type Docker from "dockerode";
import type { EngineInfo } from "../dialect.ts";
import { type EngineError, errorOfStatus, toEngineError } from "../errors.ts";

/** What is done by dockerode; the signal is to be handed on as its `abortSignal`. */
export type Deed<T> = (docker: Docker, abortSignal: AbortSignal) => Promise<T>;

export interface DeedLimits {
  signal?: AbortSignal | undefined;
  /** Milliseconds until it is given up. */
  timeout?: number;
}

/** Who can do something by dockerode. “Already so” (304) is success, with undefined as the answer. */
export interface Doer {
  docker<T>(deed: Deed<T>, limits?: DeedLimits): Promise<T | undefined>;
}

/** What dockerode has to know of the engine. */
export interface DockerOptions {
  /** What stands before each path: the way to the engine behind a proxy, and the version that is spoken. */
  readonly prefix: string;
  /** The connections that are kept, also those of the other requests. */
  agent(): Agent;
  info(): EngineInfo | undefined;
  /** May know better why a connection failed. */
  toError(error: unknown): EngineError;
}

const defaultTimeout = 30_000;

export class LateDocker implements Doer {
  readonly #socketPath: () => Promise<string>;
  readonly #options: DockerOptions;
  #loaded: Promise<Docker> | undefined;

  constructor(socketPath: () => Promise<string>, options: DockerOptions) {
    this.#socketPath = socketPath;
    this.#options = options;
  }

  async docker<T>(
    deed: Deed<T>,
    { signal, timeout = defaultTimeout }: DeedLimits = {},
  ): Promise<T | undefined> {
    this.#loaded ??= this.#load();
    const docker = await this.#loaded;
    const modem = docker.modem as { agent?: Agent; socketPath?: string };
    modem.socketPath = await this.#socketPath();
    modem.agent = this.#options.agent();
    const late = AbortSignal.timeout(timeout);
    const end = signal ? AbortSignal.any([signal, late]) : late;
    try {
      return await Promise.race([deed(docker, end), whenAborted(end)]);
    } catch (error) {
      if ((error as Refusal).statusCode === 304) return undefined;
      throw this.#explained(error as Refusal, signal, late);
    }
  }

  #explained(error: Refusal, signal: AbortSignal | undefined, late: AbortSignal): EngineError {
    if (signal?.aborted) return toEngineError({ name: "AbortError" });
    if (late.aborted) return toEngineError({ code: "ETIMEDOUT" });
    const { statusCode, json } = error;
    if (statusCode === undefined) return this.#options.toError(error);
    const body = Buffer.isBuffer(json) ? json.toString() : JSON.stringify(json ?? "");
    return errorOfStatus(statusCode, body, this.#options.info());
  }

  async #load(): Promise<Docker> {
    const [{ default: Dockerode }, socketPath] = await Promise.all([
      import("dockerode"),
      this.#socketPath(),
    ]);
    const version = this.#options.prefix.replace(/^\//, "");
    const options = { ...(version ? { version } : {}), socketPath, protocol: "http" as const };
    return withoutHost(() => new Dockerode(options));
  }
}

/**
 * DOCKER_HOST is hidden meanwhile: where it is set, dockerode takes what it is not told from there, and throws
 * where it is none, or where DOCKER_CERT_PATH leads nowhere, whichever engine is meant.
 */
function withoutHost<T>(make: () => T): T {
  const { DOCKER_HOST: host } = process.env;
  delete process.env.DOCKER_HOST;
  try {
    return make();
  } finally {
    if (host !== undefined) process.env.DOCKER_HOST = host;
  }
}

/** Rejects with the abort; dockerode itself says nothing more once an answer was cut. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** dockerode's error for an answer with another status than it expects. */
interface Refusal {
  readonly statusCode?: number;
  readonly json?: unknown;
}
