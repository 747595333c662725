// An engine of our own for tests and for `npm start`: dockerd with its data, socket and pid file
// below .dockwright/NAME. Where that cannot be had (no root, no Debian), the person's engine.
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
import { install, isDebianRoot } from "./debian.ts";
import { answers, until } from "./engine-api.ts";
import { provideImages } from "./engine-images.ts";

export interface TestEngine {
  /** The path of its socket. */
  readonly socket: string;
  /** False: the person's own engine, which must not be stopped or cleared. */
  readonly ours: boolean;
  /** Whether ports that containers publish are reachable from here. */
  readonly portsReachable: boolean;
  /** Starts it again after `stop` or `kill`, with the same data. */
  start(): Promise<void>;
  /** Ends it in good order; its containers stop with it. */
  stop(): Promise<void>;
  /** Ends it as a crash would. */
  kill(): Promise<void>;
}

/** Debian's engine, and of what it recommends the parts without which it may not start. */
const enginePackages: readonly string[] = [
  "docker.io",
  "iptables",
  "iproute2",
  "util-linux",
  "apparmor",
  "cgroupfs-mount",
  "ca-certificates",
  "xz-utils",
];

/** Flags from what an ordinary machine can do down to what the narrowest sandbox can. */
const attempts: readonly (readonly string[])[] = [
  [],
  ["--iptables=false"],
  ["--iptables=false", "--bridge=none"],
  ["--iptables=false", "--bridge=none", "--storage-driver=vfs"],
];

/**
 * Starts an engine with the two local images in it. `fresh` throws away what an earlier one of
 * the same name has left. Throws where no engine can be had at all.
 */
export async function startEngine(name: string, { fresh = true } = {}): Promise<TestEngine> {
  if (!isDebianRoot()) return personsEngine();
  install(enginePackages, ["dockerd", "containerd", "runc"]);
  const engine = new OwnEngine(name);
  await engine.stop();
  if (fresh) engine.clear();
  await engine.start();
  await provideImages(engine.socket);
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
  #child: ChildProcess | undefined;
  #flags: readonly string[] | undefined;

  constructor(name: string) {
    const wished = resolve(".dockwright", name);
    // The address of a socket has 107 characters, and dockerd makes some below its folder.
    const short = join(
      tmpdir(),
      `dockwright-${createHash("sha1").update(wished).digest("hex").slice(0, 8)}`,
    );
    this.#folder = wished.length > 60 ? short : wished;
    this.socket = join(this.#folder, "docker.sock");
  }

  async start(): Promise<void> {
    const wished = this.#flags ? [this.#flags] : attempts;
    const troubles: string[] = [];
    // Right after a crash dockerd may say that the dead one is still running.
    for (const flags of wished)
      for (let attempt = 1; attempt <= 3; attempt++) {
        const trouble = await this.#try(flags);
        if (!trouble) {
          this.#flags = flags;
          return;
        }
        troubles.push(`dockerd ${flags.join(" ")}: ${trouble}`);
        if (!/still running|pid file found|timeout/i.test(trouble)) break;
      }
    throw new Error(`dockerd does not start.\n${troubles.join("\n")}`);
  }

  /** Gives what went wrong. */
  async #try(flags: readonly string[]): Promise<string | undefined> {
    mkdirSync(this.#folder, { recursive: true });
    const log = join(this.#folder, "dockerd.log");
    // An empty one of ours, so that the machine's own settings do not count.
    writeFileSync(join(this.#folder, "daemon.json"), "{}\n");
    const own = [
      `--config-file=${join(this.#folder, "daemon.json")}`,
      ...["data", "exec"].map((part) => `--${part}-root=${join(this.#folder, part)}`),
      `--pidfile=${join(this.#folder, "docker.pid")}`,
      `--host=unix://${this.socket}`,
    ];
    // A second dockerd in one network namespace takes the first one's bridge away.
    const apart = isRunning("dockerd") || flags.includes("--bridge=none");
    this.portsReachable = !apart;
    const line = ["dockerd", ...own, ...flags];
    const [program = "", ...args] = apart
      ? ["unshare", "--net", "sh", "-c", 'ip link set lo up; exec "$@"', "sh", ...line]
      : line;
    const output = openSync(log, "w");
    const child = spawn(program, args, {
      detached: true,
      stdio: ["ignore", output, output],
      env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` },
    });
    child.unref();
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
    await this.#end("SIGTERM");
    for (const pid of this.#leftOver()) signal(pid, "SIGKILL");
    this.#unmount();
  }

  async kill(): Promise<void> {
    await this.#end("SIGKILL");
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
    const file = join(this.#folder, "docker.pid");
    const written = existsSync(file) ? Number(readFileSync(file, "utf8")) : undefined;
    const pid = this.#child?.pid ?? written;
    return pid !== undefined && commandLine(pid).includes(this.#folder) ? pid : undefined;
  }

  /** containerd and the shims of containers that a killed dockerd has left. */
  #leftOver(): readonly number[] {
    return processes().filter((pid) => {
      const line = commandLine(pid);
      return /^\S*containerd/.test(line) && line.includes(this.#folder);
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
