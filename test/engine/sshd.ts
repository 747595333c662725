// A real sshd on loopback for tests: unpacked, with keys and settings of its own, seen by nobody else.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { install, isDebianRoot, onPath, ownSuite, unpackOnce } from "../../scripts/debian.ts";
import { freePort } from "../../scripts/editor.ts";
import { until } from "../../scripts/engine-api.ts";

export interface Sshd {
  readonly port: number;
  start(): Promise<void>;
  /** Ends it with all of its connections, as a cut line would. */
  cut(): void;
}

const libraries = `/usr/lib/${process.arch === "arm64" ? "aarch64" : "x86_64"}-linux-gnu`;
/** The near side, and a library of sshd's. */
const needed = ["ssh", "ssh-agent", "ssh-add", "ssh-keygen", "docker", `${libraries}/libwrap.so.0`];

/** Whether this machine has what is needed beside sshd; installs it where that is possible. */
export function provideSsh(): boolean {
  if (isDebianRoot()) install(["openssh-client", "docker.io", "libwrap0"], needed);
  return needed.every(onPath);
}

/** Makes a key and gives its file; the passphrase may be empty. */
export function makeKey(file: string, passphrase = ""): string {
  execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-C", "test", "-f", file]);
  return file;
}

const readPublic = (key: string) => readFileSync(`${key}.pub`, "utf8").trim();

/** The line of known_hosts for a host key. */
export const knownHost = (port: number, key: string): string =>
  `[127.0.0.1]:${port} ${readPublic(key)}\n`;

/** Starts sshd below `folder`; who has the key may run everything, who has the other one what it says. */
export async function startSshd(
  folder: string,
  keys: { host: string; user: string; limited: { key: string; command: string } },
  engineSocket: string,
): Promise<Sshd> {
  const tree = unpackOnce(ownSuite(), ["openssh-server"]);
  const at = (name: string) => join(folder, name);
  const port = await freePort();
  const { key, command } = keys.limited;
  writeFileSync(
    at("authorized_keys"),
    `${readPublic(keys.user)}\ncommand="${command}" ${readPublic(key)}\n`,
  );
  writeFileSync(
    at("sshd_config"),
    `ListenAddress 127.0.0.1
Port ${port}
HostKey ${keys.host}
AuthorizedKeysFile ${at("authorized_keys")}
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin yes
PidFile none
SetEnv DOCKER_HOST=unix://${engineSocket}
`,
  );
  // sshd wants a user of its own, whom only this one sees, and a folder that nobody may write to.
  // Root's home is another one, too: what a person's shell reads at its start is none of ours.
  const users = readFileSync("/etc/passwd", "utf8")
    .replace(/^sshd:.*\n/m, "")
    .replace(/^(root:.*):[^:]*:[^:]*$/m, (_, root) => `${root}:${folder}:/bin/sh`);
  writeFileSync(at("passwd"), `${users}sshd:x:65533:65534::/run/sshd:/usr/sbin/nologin\n`);
  const script = 'mkdir -p /run/sshd && mount --bind "$1" /etc/passwd && exec "$2" -D -e -f "$3"';
  const words = [at("passwd"), join(tree, "usr/sbin/sshd"), at("sshd_config")];
  let child: ChildProcess | undefined;
  const server: Sshd = {
    port,
    async start() {
      child = spawn("unshare", ["--mount", "sh", "-c", script, "sh", ...words], {
        detached: true,
        stdio: ["ignore", "ignore", "pipe"],
      });
      let said = "";
      child.stderr?.on("data", (data) => (said += data));
      await until(
        "sshd",
        async () => {
          if (child?.exitCode !== null) throw new Error(`sshd does not start: ${said}`);
          return listens(port);
        },
        30_000,
      );
    },
    cut() {
      if (child?.pid)
        for (const pid of [...descendants(child.pid), child.pid])
          try {
            process.kill(pid, "SIGKILL");
          } catch {
            // It has gone with another one.
          }
      child = undefined;
    },
  };
  await server.start();
  return server;
}

/** An `ssh` that reads our settings in place of the person's; everything else is the real one's. */
export function wrapSsh(folder: string, config: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "config"), config);
  const real = execFileSync("sh", ["-c", "command -v ssh"], { encoding: "utf8" }).trim();
  writeFileSync(join(folder, "ssh"), `#!/bin/sh\nexec ${real} -F ${join(folder, "config")} "$@"\n`);
  chmodSync(join(folder, "ssh"), 0o755);
}

/** Each connection of sshd is a process in a session of its own. */
function descendants(pid: number): number[] {
  const children = readdirSync("/proc")
    .map(Number)
    .filter((one) => one > 0 && parentOf(one) === pid);
  return children.flatMap((child) => [...descendants(child), child]);
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, "utf8"))?.[1]);
  } catch {
    return undefined;
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: "127.0.0.1", port });
    socket.on("connect", () => resolve(true));
    socket.on("error", () => resolve(false));
    socket.on("connect", () => socket.destroy());
  });
}
