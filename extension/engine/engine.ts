// One engine: its endpoint, its state and facts, the ways to talk to it, and its live model. Knows no screen.
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { isDeepStrictEqual } from "node:util";
import { Bridge } from "./connection/bridge.ts";
import { basePathOf, type Endpoint } from "./connection/endpoint.ts";
import { type Ask, type Client, HttpClient, prefixOf } from "./connection/http.ts";
import { type Deed, type DeedLimits, type Doer, LateDocker } from "./connection/late-docker.ts";
import { type EngineInfo, infoOf } from "./dialect.ts";
import { Emitter } from "./disposable.ts";
import { EngineError, type EngineErrorKind, toEngineError } from "./errors.ts";
import { Model } from "./model/model.ts";
import { t } from "./text.ts";
import { Unseen } from "./unseen.ts";

export type EngineStatus =
  | "connecting"
  | "connected"
  | "unreachable"
  | "denied"
  | "wrongTls"
  | "tooOld";

export interface EngineState {
  readonly status: EngineStatus;
  /** What is wrong; empty while all is well. */
  readonly message: string;
  /** What to do about it. */
  readonly remedy: string;
}

const oldestApi = "1.40";

const statusOfKind: Partial<Record<EngineErrorKind, EngineStatus>> = {
  denied: "denied",
  wrongTls: "wrongTls",
  tooOld: "tooOld",
};

/** The state of an engine that cannot be used because of this error. */
export function stateOfError(error: unknown): EngineState {
  const { kind, said, remedy } = toEngineError(error);
  return { status: statusOfKind[kind] ?? "unreachable", message: said, remedy };
}

export class Engine implements Client, Doer {
  readonly endpoint: Endpoint;
  readonly model: Model;
  /** What the model cannot learn from events. */
  readonly unseen: Unseen;
  readonly #bridge: Bridge;
  readonly #http: HttpClient;
  readonly #docker: LateDocker;
  readonly #patience: number;
  readonly #states = new Emitter<EngineState>();
  #state: EngineState = { status: "connecting", message: "", remedy: "" };
  #info: EngineInfo | undefined;

  /** `patience`: milliseconds until an engine that accepts a connection must have said what it is. */
  constructor(endpoint: Endpoint, { patience = 20_000 } = {}) {
    this.endpoint = endpoint;
    this.#patience = patience;
    this.#bridge = new Bridge(endpoint);
    const socketPath = () => this.#bridge.socketPath();
    const common = {
      toError: (error: unknown) => this.#bridge.explain(error),
      info: () => this.#info,
    };
    const paths = { basePath: basePathOf(endpoint.host), apiVersion: endpoint.apiVersion };
    const prefix = prefixOf(paths)("");
    this.#docker = new LateDocker(socketPath, { ...common, prefix, agent: () => this.#http.agent });
    this.#http = new HttpClient(socketPath, {
      ...common,
      ...paths,
      ...(endpoint.transport === "ssh" ? { atOnce: 6 } : {}),
    });
    this.model = new Model(this, {
      connect: async (signal) => {
        await this.#probe(signal);
      },
      onLost: (error) => this.#lost(error),
      onAwake: () => this.#http.forgetConnections(),
      inspectAwaitsEnd: () => this.#info?.inspectAwaitsEnd ?? false,
      isNear: endpoint.local,
      // To find nobody at a local socket costs next to nothing.
      longestPause: endpoint.local ? 1500 : 5000,
    });
    this.unseen = new Unseen(this.model, () => this.#info);
  }

  get state(): EngineState {
    return this.#state;
  }

  get onDidChangeState() {
    return this.#states.event;
  }

  /** What the engine said of itself when it was last connected; undefined before. */
  get info(): EngineInfo | undefined {
    return this.#info;
  }

  /** Asks the engine what it is, and brings `state` and `info` up to date. */
  async connect(signal?: AbortSignal): Promise<EngineInfo> {
    try {
      return await this.#probe(signal);
    } catch (error) {
      if (!signal?.aborted) this.#lost(error);
      throw error;
    }
  }

  /** The engine's facts, asked only if they are not known yet. */
  async facts(): Promise<EngineInfo> {
    return this.#info ?? this.connect();
  }

  async request<T>(ask: Ask): Promise<T> {
    const answer = await this.#http.request<T>(ask);
    this.unseen.afterRequest(ask);
    return answer;
  }

  stream(ask: Ask): Promise<IncomingMessage> {
    return this.#http.stream(ask);
  }

  gulps(ask: Pick<Ask, "path" | "query" | "signal">): Promise<AsyncIterable<Buffer>> {
    return this.#http.gulps(ask);
  }

  hijack(ask: Ask): Promise<Duplex> {
    return this.#http.hijack(ask);
  }

  /** Does something by dockerode, which is loaded at first use; its failures are EngineErrors. */
  docker<T>(deed: Deed<T>, limits?: DeedLimits): Promise<T | undefined> {
    return this.#docker.docker(deed, limits);
  }

  /** Nobody follows it any more: closes the connections that are kept for later. What is under way goes on. */
  rest(): void {
    this.#http.forgetConnections();
  }

  dispose(): void {
    this.unseen.dispose();
    this.model.dispose();
    this.#states.clear();
    this.#http.dispose();
    this.#bridge.dispose();
  }

  async #probe(signal?: AbortSignal): Promise<EngineInfo> {
    const answer = await this.#http.stream({ path: "/_ping", signal, timeout: this.#patience });
    answer.resume();
    const info = infoOf(answer.headers);
    if (!info)
      throw new EngineError("badAnswer", t("What answers is not a Docker engine."), {
        remedy: t("Check the address of the Docker context."),
      });
    checkVersion(info.apiVersion, this.endpoint.apiVersion);
    this.#info = info;
    this.#setState({ status: "connected", message: "", remedy: "" });
    return info;
  }

  #lost(error: unknown): void {
    if (toEngineError(error).kind === "cancelled") return;
    this.#http.forgetConnections();
    this.#setState(stateOfError(error));
  }

  #setState(state: EngineState): void {
    if (isDeepStrictEqual(state, this.#state)) return;
    this.#state = state;
    this.#states.fire(state);
  }
}

function checkVersion(apiVersion: string, wished: string | undefined): void {
  if (wished && isOlder(apiVersion, wished))
    throw new EngineError("tooOld", t("The engine speaks API {0} only.", apiVersion), {
      remedy: t("DOCKER_API_VERSION asks for {0}: unset it, or set it lower.", wished),
    });
  if (!isOlder(apiVersion, oldestApi)) return;
  throw new EngineError("tooOld", t("The engine speaks API {0} only.", apiVersion), {
    remedy: t("Update it to Docker 20.10 or newer, or Podman 4.3 or newer."),
  });
}

function isOlder(version: string, than: string): boolean {
  const [[major = 0, minor = 0], [thanMajor = 0, thanMinor = 0]] = [version, than].map((one) =>
    one.split(".").map(Number),
  ) as [number[], number[]];
  return major < thanMajor || (major === thanMajor && minor < thanMinor);
}
