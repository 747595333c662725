// Makes every transport look like a local socket: tcp, TLS and ssh are met through a private one. Knows no HTTP.
import { randomBytes } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Duplex, pipeline } from "node:stream";
import { EngineError, toEngineError } from "../errors.ts";
import { type Endpoint, socketPathOf } from "./endpoint.ts";
import { accessHint, startHint } from "./hints.ts";
import { SshDialer } from "./ssh.ts";
import { dialTcp, dialTls } from "./tls.ts";

/** Opens one connection to the engine; resolves when it may be written to. */
export type Dial = () => Promise<Duplex>;

/** What helps depends on the place, for these errors of the system. */
const hints: readonly [RegExp, (endpoint: Endpoint) => string][] = [
  [/^(ENOENT|ECONNREFUSED)$/, startHint],
  [/^(EACCES|EPERM)$/, accessHint],
];

/** For how long (ms) the private socket waits for somebody else when nobody is connected any more. */
const lingering = 30_000;

/** Those whose private socket is there now. */
const listening = new Set<Bridge>();

/** Ends all private sockets, with whatever still goes through them. */
export function closeBridges(): void {
  for (const one of listening) one.dispose();
}

/**
 * The socket path of an engine. VS Code's proxy support leaves requests to a socket path alone, and dockerode
 * and child processes need no idea of certificates or ssh.
 */
export class Bridge {
  readonly #endpoint: Endpoint;
  #path: Promise<string> | undefined;
  #server: Server | undefined;
  #folder: string | undefined;
  #ssh: SshDialer | undefined;
  #timer: NodeJS.Timeout | undefined;
  readonly #open = new Set<Duplex>();
  #lastError: { error: unknown; time: number } | undefined;

  constructor(endpoint: Endpoint) {
    this.#endpoint = endpoint;
  }

  /**
   * Where to connect now. A private socket is made when it is wanted, and ends a while after the last
   * connection: an engine that nobody speaks to any more leaves nothing behind.
   */
  socketPath(): Promise<string> {
    this.#path ??= this.#makePath().catch((error) => {
      // A disk that is full now may have room at the next try.
      this.#path = undefined;
      throw error;
    });
    this.#linger();
    return this.#path;
  }

  /** Why a connection failed, told by the far side of the bridge if it knows better than the near one. */
  explain(error: unknown): EngineError {
    const cut = /^(ECONNRESET|EPIPE|ECONNABORTED)$/.test(
      (error as NodeJS.ErrnoException).code ?? "",
    );
    const known = this.#lastError;
    const isKnown = cut && known && Date.now() - known.time < 5000;
    return this.#hinted(toEngineError(isKnown ? known.error : error));
  }

  #hinted(error: EngineError): EngineError {
    const { code = "" } = (error.cause ?? {}) as NodeJS.ErrnoException;
    const { kind, said, cause } = error;
    const hint = kind === "failed" ? undefined : hints.find(([one]) => one.test(code))?.[1];
    if (!hint) return error;
    return new EngineError(kind, said, { cause, remedy: hint(this.#endpoint) });
  }

  /** Ends what goes through it. */
  dispose(): void {
    clearTimeout(this.#timer);
    listening.delete(this);
    this.#server?.close();
    this.#ssh?.dispose();
    if (this.#folder) rm(this.#folder, { recursive: true, force: true }).catch(() => {});
    this.#path = this.#server = this.#ssh = this.#folder = undefined;
    for (const stream of this.#open) stream.destroy();
  }

  #linger(): void {
    clearTimeout(this.#timer);
    if (this.#server && this.#open.size === 0)
      this.#timer = setTimeout(() => this.dispose(), lingering).unref();
  }

  async #makePath(): Promise<string> {
    const { transport, host } = this.#endpoint;
    if (transport === "unix" || transport === "npipe") return socketPathOf(host);
    const dial = this.#dialer();
    return this.#listen(dial);
  }

  #dialer(): Dial {
    const endpoint = this.#endpoint;
    if (endpoint.transport === "tls") return () => dialTls(endpoint);
    if (endpoint.transport === "tcp") return () => dialTcp(endpoint);
    const ssh = new SshDialer(endpoint.host);
    this.#ssh = ssh;
    return () => ssh.dial();
  }

  // The folder is the owner's alone: who can reach the socket can reach the engine.
  async #listen(dial: Dial): Promise<string> {
    const name = `dockwright-${randomBytes(8).toString("hex")}`;
    let path = `\\\\.\\pipe\\${name}`;
    if (process.platform !== "win32") {
      this.#folder = await mkdtemp(join(tmpdir(), "dockwright-"));
      await chmod(this.#folder, 0o700);
      path = join(this.#folder, "engine.sock");
    }
    const server = createServer({ allowHalfOpen: true, pauseOnConnect: true }, (near) => {
      void this.#join(near, dial);
    });
    this.#server = server;
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(path, resolve);
    });
    server.unref();
    listening.add(this);
    this.#linger();
    return path;
  }

  async #join(near: Socket, dial: Dial): Promise<void> {
    this.#track(near);
    near.on("error", () => {});
    try {
      const far = await dial();
      this.#track(far);
      if (near.destroyed) return void far.destroy();
      far.on("error", (error) => this.#failed(error));
      pipeline(near, far, (error) => error && far.destroy());
      pipeline(far, near, (error) => error && near.destroy());
    } catch (error) {
      this.#failed(error);
      near.destroy();
    }
  }

  #failed(error: unknown): void {
    this.#lastError = { error, time: Date.now() };
  }

  #track(stream: Duplex): void {
    this.#open.add(stream);
    clearTimeout(this.#timer);
    stream.once("close", () => {
      this.#open.delete(stream);
      this.#linger();
    });
  }
}
