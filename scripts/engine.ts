// An engine of our own for tests and for `npm start`: dockerd (or Podman) with its data, socket and
// pid file below .dockwright/NAME. Where that cannot be had (no root, no Debian), the person's engine.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isDebianRoot } from "./debian.ts";
import { answers, removeAll, until } from "./engine-api.ts";
import { provideImages } from "./engine-images.ts";
import { type EngineKind, provideKind, wishedKind } from "./engine-kinds.ts";

export interface TestEngine {
  /** The path of its socket. */
  readonly socket: string;
  /** False: the person's own engine, which must not be stopped or cleared. */
  readonly ours: boolean;
  /** Its process while it runs, if it is ours. */
  readonly pid?: number | undefined;
  /** Whether ports that containers publish are reachable from here. */
  readonly portsReachable: boolean;
  /** Starts it again after `stop` or `kill`, with the same data. */
  start(): Promise<void>;
  /** Ends it in good order; its containers stop with it. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/**
 * Starts an engine with the two local images in it. `fresh` throws away what an earlier one of
 * the same name has left. With `flags` of its own it has a network of its own, too. `kind` is which
 * engine it is. Throws where no engine can be had at all, or one without those images, unless
 * `emptyIsFine`.
 */
export async function startEngine(
  name: string,
  { fresh = true, flags = [] as readonly string[], kind = wishedKind(), emptyIsFine = false } = {},
): Promise<TestEngine> {
  if (!isDebianRoot()) return personsEngine();
  const engine = new OwnEngine(name, provideKind(kind), flags);
  await engine.stop();
  if (fresh) engine.clear();
  await engine.start();
  try {
    await provideImages(engine.socket);
  } catch (error) {
    if (!emptyIsFine) {
      await engine.stop();
      throw error;
    }
    console.log(`No images could be made: ${error instanceof Error ? error.message : error}`);
  }
  return engine;
}

async function personsEngine(): Promise<TestEngine> {
  const candidates = [
    process.env.DOCKER_HOST?.replace(/^(unix|npipe):\/\//, ""),
    process.platform === "win32" ? "//./pipe/docker_engine" : "/var/run/docker.sock",
    join(process.env.HOME ?? "", ".docker/run/docker.sock"),
  ];
  for (const socket of candidates)
    if (socket && (await answers(socket))) {
      await provideImages(socket);
      const nothing = async () => {};
      return {
        socket,
        ours: false,
        portsReachable: true,
        start: nothing,
        stop: nothing,
        kill: nothing,
      };
    }
  throw new Error("No engine answers. Install Docker and start it, then try again.");
}

class OwnEngine implements TestEngine {
  readonly ours = true;
  readonly socket: string;
  portsReachable = true;
  readonly #folder: string;
  readonly #kind: EngineKind;
  readonly #extra: readonly string[];
  #child: ChildProcess | undefined;
  #flags: readonly string[] | undefined;

  constructor(name: string, kind: EngineKind, extra: readonly string[]) {
    this.#kind = kind;
    this.#extra = extra;
    const wished = resolve(".dockwright", name);
    // The address of a socket has 107 characters, and dockerd makes some below its folder.
    const short = join(
      tmpdir(),
      `dockwright-${createHash("sha1").update(wished).digest("hex").slice(0, 8)}`,
    );
    this.#folder = wished.length > 60 ? short : wished;
    this.socket = join(this.#folder, "docker.sock");
  }

  get pid(): number | undefined {
    return this.#pid();
  }

  async start(): Promise<void> {
    const wished = this.#flags ? [this.#flags] : this.#kind.attempts;
    const troubles: string[] = [];
    // Right after a crash dockerd may say that the dead one is still running.
    for (const flags of wished)
      for (let attempt = 1; attempt <= 3; attempt++) {
        const trouble = await this.#try(flags);
        if (!trouble) {
          this.#flags = flags;
          return;
        }
        troubles.push(`${this.#kind.name} ${flags.join(" ")}: ${trouble}`);
        if (!/still running|pid file found|timeout/i.test(trouble)) break;
      }
    throw new Error(`The engine does not start.\n${troubles.join("\n")}`);
  }

  /** Gives what went wrong. */
  async #try(flags: readonly string[]): Promise<string | undefined> {
    mkdirSync(this.#folder, { recursive: true });
    const log = join(this.#folder, "engine.log");
    // A second dockerd in one network namespace takes the first one's bridge away.
    const apart =
      this.#kind.apart ||
      this.#extra.length > 0 ||
      isRunning("dockerd") ||
      flags.includes("--bridge=none");
    this.portsReachable = !apart;
    const line = [...this.#kind.line(this.#folder, this.socket), ...flags, ...this.#extra];
    const { before } = this.#kind;
    const script = `ip link set lo up; ${before ? `${before}; ` : ""}exec "$@"`;
    const unshare = ["unshare", "--net", ...(before ? ["--mount"] : [])];
    const [program = "", ...args] = apart ? [...unshare, "sh", "-c", script, "sh", ...line] : line;
    const output = openSync(log, "w");
    const child = spawn(program, args, {
      detached: true,
      stdio: ["ignore", output, output],
      env: {
        ...process.env,
        ...this.#kind.env,
        ...this.#kind.settle(this.#folder),
        folder: this.#folder,
      },
    });
    child.unref();
    if (child.pid) writeFileSync(join(this.#folder, "pid"), String(child.pid));
    this.#child = child;
    try {
      await until(
        "an answer",
        async () => child.exitCode !== null || (await answers(this.socket)),
        90_000,
      );
    } catch (error) {
      await this.stop();
      return `${error}\n${tail(log)}`;
    }
    return child.exitCode === null ? undefined : tail(log);
  }

  async stop(): Promise<void> {
    // Podman's containers would outlive it.
    if (this.#kind.name === "podman" && this.#pid()) await removeAll(this.socket).catch(() => {});
    await this.#end("SIGTERM");
    for (const pid of this.#leftOver("containerd|containerd-shim.*|conmon")) signal(pid, "SIGKILL");
    this.#unmount();
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
    // dockerd waits many seconds for a containerd that it takes for running.
    for (const pid of this.#leftOver("containerd")) signal(pid, "SIGKILL");
    for (const file of ["docker.pid", "exec/containerd/containerd.pid"])
      rmSync(join(this.#folder, file), { force: true });
  }

  async #end(first: NodeJS.Signals): Promise<void> {
    const pid = this.#pid();
    this.#child = undefined;
    if (pid === undefined) return;
    signal(pid, first);
    try {
      await until("dockerd's end", () => !isAlive(pid), 30_000);
    } catch {
      signal(pid, "SIGKILL");
      await until("dockerd's end", () => !isAlive(pid), 30_000);
    }
  }

  #pid(): number | undefined {
    const file = join(this.#folder, "pid");
    const written = existsSync(file) ? Number(readFileSync(file, "utf8")) : undefined;
    const pid = this.#child?.pid ?? written;
    return pid !== undefined && commandLine(pid).includes(this.#folder) ? pid : undefined;
  }

  /** containerd, and what watches over the containers that a killed engine has left. */
  #leftOver(programs: string): readonly number[] {
    const program = new RegExp(`^(\\S*/)?(${programs}) `);
    return processes().filter((pid) => {
      const line = commandLine(pid);
      return program.test(line) && line.includes(this.#folder);
    });
  }

  /** Removes all data of an earlier run. */
  clear(): void {
    this.#unmount();
    rmSync(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }

  /** What an engine that was killed has left mounted, which nobody could remove as files. */
  #unmount(): void {
    const mounts = readFileSync("/proc/mounts", "utf8")
      .split("\n")
      .map((line) => line.split(" ")[1] ?? "")
      .filter((path) => path.startsWith(`${this.#folder}/`));
    for (const path of mounts.reverse())
      try {
        execFileSync("umount", ["-l", path], { stdio: "ignore" });
      } catch {
        // Gone with an outer one.
      }
  }
}

function processes(): readonly number[] {
  return readdirSync("/proc").map(Number).filter(Number.isInteger);
}

/** The words of a process' command line; empty when it is gone. */
function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
  } catch {
    return "";
  }
}

function isRunning(program: string): boolean {
  return processes().some((pid) => new RegExp(`^(\\S*/)?${program} `).test(commandLine(pid)));
}

/** A zombie has no command line, and is as good as gone. */
function isAlive(pid: number): boolean {
  return commandLine(pid) !== "";
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}

function tail(file: string): string {
  return readFileSync(file, "utf8").split("\n").slice(-15).join("\n");
}
