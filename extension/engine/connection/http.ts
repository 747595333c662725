// HTTP to one engine over a socket path: JSON requests, streams and hijacked connections, all bounded. Knows no Docker object.
import { Agent, type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { type Duplex, Readable } from "node:stream";
import { type EngineInfo, saysNothing } from "../dialect.ts";
import { EngineError, errorOfStatus, toEngineError } from "../errors.ts";
import { t } from "../text.ts";
import { ask as askInGulps } from "./gulps.ts";

export type QueryValue = string | number | boolean | undefined | null | object;

/** One request. Objects in the query are sent as JSON; arrays of strings repeat the key. */
export interface Ask {
  method?: "GET" | "POST" | "PUT" | "DELETE" | "HEAD";
  /** Made by the tag `path`, so that every name in it is encoded. */
  path: string;
  query?: Record<string, QueryValue>;
  /** A readable is streamed; everything else is sent as JSON. */
  body?: unknown;
  headers?: Record<string, string | string[]>;
  signal?: AbortSignal | undefined;
  /** Milliseconds until the answer must have begun, and between its parts (in all ten times that); 0 = as long as it takes. */
  timeout?: number;
}

/** The ways to talk to an engine. */
export interface Client {
  /** The JSON answer; undefined for an empty one (also for 304 “already so”). */
  request<T>(ask: Ask): Promise<T>;
  /** The answer as a stream, after its status was found good. */
  stream(ask: Ask): Promise<IncomingMessage>;
  /** The bytes of a long answer to a GET, as many at once as have come: for logs, whose every line is a write. */
  gulps(ask: Pick<Ask, "path" | "query" | "signal">): Promise<AsyncIterable<Buffer>>;
  /** The raw two-way connection (attach, exec, session). */
  hijack(ask: Ask): Promise<Duplex>;
}

const defaultTimeout = 30_000;
const maxAnswer = 64 * 1024 * 1024;
const maxErrorAnswer = 64 * 1024;

/** Template tag: `/containers/${id}/json` with every value encoded. */
export function path(parts: TemplateStringsArray, ...values: string[]): string {
  return parts.reduce((all, part, i) => all + encodeURIComponent(values[i - 1] ?? "") + part);
}

export interface HttpOptions {
  /** May know better why a connection failed. */
  toError?: (error: unknown) => EngineError;
  /** What the engine is, as soon as that is known: said with what it does not support. */
  info?: () => EngineInfo | undefined;
  /** Stands before each path: the way to the engine behind a proxy. */
  basePath?: string;
  /** Stands in each path; without it the engine speaks its newest version. */
  apiVersion?: string | undefined;
  /** How many short requests go at once, where each connection is dear; the others wait. */
  atOnce?: number;
}

/** A client of the engine that `socketPath` leads to. */
export class HttpClient implements Client {
  // Streams and long requests never wait for short ones, nor the other way round.
  #short: Agent;
  #long = newAgent();
  readonly #atOnce: number;
  #socketPath: () => Promise<string>;
  #toError: (error: unknown) => EngineError;
  #info: () => EngineInfo | undefined;
  readonly #prefix: Prefix;

  constructor(socketPath: () => Promise<string>, options: HttpOptions = {}) {
    this.#socketPath = socketPath;
    this.#toError = options.toError ?? toEngineError;
    this.#info = options.info ?? (() => undefined);
    this.#prefix = prefixOf(options);
    this.#atOnce = options.atOnce ?? Number.POSITIVE_INFINITY;
    this.#short = newAgent(this.#atOnce);
  }

  async request<T>(ask: Ask): Promise<T> {
    const answer = await this.stream({ timeout: defaultTimeout, ...ask });
    const body = await this.#read(answer, ask, maxAnswer);
    const text = body.toString();
    if (saysNothing(text)) return undefined as T;
    try {
      return JSON.parse(text) as T;
    } catch (cause) {
      throw new EngineError("badAnswer", t("The engine's answer is not JSON."), {
        cause,
        remedy: t("Check the address of the Docker context."),
      });
    }
  }

  async stream(ask: Ask): Promise<IncomingMessage> {
    const answer = await this.#send(ask);
    const status = answer.statusCode ?? 0;
    if (status < 300 || status === 304) return answer;
    const body = await this.#read(answer, { ...ask, timeout: 5000 }, maxErrorAnswer).catch(
      () => "",
    );
    throw errorOfStatus(status, body.toString(), this.#info());
  }

  async gulps(ask: Pick<Ask, "path" | "query" | "signal">): Promise<AsyncIterable<Buffer>> {
    const { path } = requestOptions("", ask, this.#prefix);
    try {
      const { status, body, close } = await askInGulps(await this.#socketPath(), path, ask.signal);
      if (status < 300) return body;
      const said = this.#read(Readable.from(body), { ...ask, timeout: 5000 }, maxErrorAnswer);
      const text = await said.catch(() => "").finally(close);
      throw errorOfStatus(status, text.toString(), this.#info());
    } catch (error) {
      throw this.#explained(error, ask);
    }
  }

  async hijack(ask: Ask): Promise<Duplex> {
    const socketPath = await this.#socketPath();
    const body = ask.body === undefined ? undefined : Buffer.from(JSON.stringify(ask.body));
    const request = httpRequest({
      ...requestOptions(socketPath, { method: "POST", ...ask }, this.#prefix),
      agent: false,
      headers: {
        Connection: "Upgrade",
        Upgrade: "tcp",
        ...ask.headers,
        ...(body ? { "Content-Type": "application/json" } : {}),
        "Content-Length": String(body?.length ?? 0),
      },
    });
    const upgraded = new Promise<Duplex>((resolve, reject) => {
      request.on("upgrade", (_answer, socket, head) => {
        if (head.length > 0) socket.unshift(head);
        resolve(socket);
      });
      request.on("response", (answer) => {
        if ((answer.statusCode ?? 500) < 300) return resolve(answer.socket);
        this.#read(answer, { ...ask, timeout: 5000 }, maxErrorAnswer).then(
          (text) => reject(errorOfStatus(answer.statusCode ?? 500, text.toString(), this.#info())),
          reject,
        );
      });
      request.on("error", (error) => reject(this.#toError(error)));
    });
    this.#limit(request, ask.timeout ?? defaultTimeout, upgraded);
    request.end(body);
    return upgraded;
  }

  /** The connections that are kept for short requests. */
  get agent(): Agent {
    return this.#short;
  }

  /** Closes the pooled connections; requests under way go on, and theirs are closed when they have ended. */
  forgetConnections(): void {
    for (const agent of [this.#short, this.#long]) {
      agent.maxFreeSockets = 0;
      for (const socket of Object.values(agent.freeSockets).flat()) socket?.destroy();
    }
    this.#short = newAgent(this.#atOnce);
    this.#long = newAgent();
  }

  dispose(): void {
    this.#short.destroy();
    this.#long.destroy();
  }

  async #send(ask: Ask, again = false): Promise<IncomingMessage> {
    const socketPath = await this.#socketPath();
    if (ask.signal?.aborted) throw new EngineError("cancelled", t("Cancelled."));
    const request = httpRequest({
      ...requestOptions(socketPath, ask, this.#prefix),
      agent: isShort(ask) ? this.#short : this.#long,
    });
    const answer = new Promise<IncomingMessage>((resolve, reject) => {
      request.on("response", resolve);
      request.on("error", reject);
    });
    this.#limit(request, ask.timeout ?? 0, answer);
    sendBody(request, ask.body);
    try {
      return await answer;
    } catch (error) {
      if (!again && request.reusedSocket && isLost(error) && isRepeatable(ask))
        return this.#send(ask, true);
      throw this.#explained(error, ask);
    }
  }

  #explained(error: unknown, { signal }: Ask): EngineError {
    return signal?.aborted ? new EngineError("cancelled", t("Cancelled.")) : this.#toError(error);
  }

  #limit(request: ClientRequest, timeout: number, answered: Promise<unknown>): void {
    if (timeout <= 0) return;
    const timer = setTimeout(() => request.destroy(timedOut()), timeout);
    const stop = () => clearTimeout(timer);
    answered.then(stop, stop);
  }

  async #read(answer: Readable, ask: Ask, limit: number): Promise<Buffer> {
    const timeout = ask.timeout ?? defaultTimeout;
    const chunks: Buffer[] = [];
    let size = 0;
    let timer: NodeJS.Timeout | undefined;
    const wait = () => {
      clearTimeout(timer);
      if (timeout > 0) timer = setTimeout(() => answer.destroy(timedOut()), timeout);
    };
    const end =
      timeout > 0 ? setTimeout(() => answer.destroy(timedOut()), 10 * timeout) : undefined;
    wait();
    try {
      for await (const chunk of answer as AsyncIterable<Buffer>) {
        wait();
        size += chunk.length;
        if (size > limit)
          throw new EngineError(
            "badAnswer",
            t("The engine's answer is longer than {0} bytes.", limit),
          );
        chunks.push(chunk);
      }
    } catch (error) {
      throw this.#explained(error, ask);
    } finally {
      clearTimeout(timer);
      clearTimeout(end);
    }
    return Buffer.concat(chunks, size);
  }
}

// Over ssh each connection is a process: a few stay for the next requests, the others end.
const newAgent = (maxSockets = Number.POSITIVE_INFINITY) =>
  new Agent({ keepAlive: true, maxSockets, maxFreeSockets: 6 });

const isShort = ({ timeout = 0 }: Ask) => timeout > 0 && timeout <= defaultTimeout;

/** What stands before the paths of an engine. */
export type Prefix = (path: string) => string;

/** Only the ping has no version: it tells which ones there are. */
export function prefixOf({ basePath = "", apiVersion }: HttpOptions): Prefix {
  const version = apiVersion ? `/v${apiVersion}` : "";
  return (path) => `${basePath}${path === "/_ping" ? "" : version}${path}`;
}

function requestOptions(socketPath: string, ask: Ask, prefix: Prefix) {
  const query = queryString(ask.query ?? {});
  const json = ask.body !== undefined && !isReadable(ask.body);
  return {
    socketPath,
    method: ask.method ?? "GET",
    path: `${prefix(ask.path)}${query && `?${query}`}`,
    headers: {
      Host: "docker",
      ...(json ? { "Content-Type": "application/json" } : {}),
      ...ask.headers,
    },
    ...(ask.signal ? { signal: ask.signal } : {}),
  };
}

function queryString(query: Record<string, QueryValue>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    if (Array.isArray(value)) for (const one of value) search.append(key, String(one));
    else search.set(key, typeof value === "object" ? JSON.stringify(value) : String(value));
  }
  return search.toString();
}

function sendBody(request: ClientRequest, body: unknown): void {
  if (body === undefined) {
    request.end();
  } else if (isReadable(body)) {
    body.on("error", (error) => request.destroy(error));
    request.on("close", () => body.destroy());
    body.pipe(request);
  } else {
    const bytes = Buffer.from(JSON.stringify(body));
    request.setHeader("Content-Length", bytes.length);
    request.end(bytes);
  }
}

const isReadable = (body: unknown): body is Readable =>
  typeof (body as Readable | undefined)?.pipe === "function";

const isRepeatable = (ask: Ask) => (ask.method ?? "GET") === "GET";

const isLost = (error: unknown) =>
  ["ECONNRESET", "EPIPE"].includes((error as NodeJS.ErrnoException).code ?? "");

const timedOut = () =>
  Object.assign(new Error("The engine took too long to answer"), { code: "ETIMEDOUT" });
