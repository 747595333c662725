// Connections through the user's own OpenSSH and `docker system dial-stdio`: its config, agent and known hosts apply.
import { spawn } from "node:child_process";
import { Duplex } from "node:stream";
import { clean, EngineError } from "../errors.ts";
import { t } from "../text.ts";

// sshd drops connections when too many are shaking hands at once (MaxStartups).
const maxHandshakes = 4;

/** Arguments of ssh for an address `ssh://[user@]host[:port][/socket]`; hosts that look like an option are refused. */
export function sshArguments(address: string): string[] {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const host = url?.hostname.replace(/^\[|\]$/g, "") ?? "";
  const user = decoded(url?.username);
  const socket = decoded(url?.pathname).replace(/^\/$/, "");
  if (
    !host ||
    host.startsWith("-") ||
    user.startsWith("-") ||
    /\s/.test(user) ||
    /[\0-\x1f]/.test(socket)
  )
    throw new EngineError("invalid", t("“{0}” is not the address of an engine.", address), {
      remedy: t("Write ssh://user@host or ssh://user@host:port."),
    });
  const options = ["ConnectTimeout=30", "BatchMode=yes", "ServerAliveInterval=30"];
  const port = url?.port ? ["-p", url.port] : [];
  const login = user ? ["-l", user] : [];
  // ssh joins these with blanks for the far shell.
  const engine = socket ? ["--host", `'unix://${socket.replaceAll("'", "'\\''")}'`] : [];
  const command = ["docker", ...engine, "system", "dial-stdio"];
  return [
    "-T",
    ...options.flatMap((one) => ["-o", one]),
    ...login,
    ...port,
    "--",
    host,
    ...command,
  ];
}

function decoded(text = ""): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Opens connections to one host, each an ssh process; only a few shake hands at a time. */
export class SshDialer {
  readonly #argv: string[];
  readonly #program: string;
  #shaking = 0;
  #waiting: (() => void)[] = [];
  readonly #open = new Set<Duplex>();

  constructor(address: string, program = "ssh") {
    this.#argv = sshArguments(address);
    this.#program = program;
  }

  /** A connection; why it failed comes as its error, in ssh's own words. */
  async dial(): Promise<Duplex> {
    if (this.#shaking >= maxHandshakes)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#shaking++;
    let shaking = true;
    const stream = processStream(this.#program, this.#argv, () => {
      if (!shaking) return;
      shaking = false;
      this.#shaking--;
      this.#waiting.shift()?.();
    });
    this.#open.add(stream);
    stream.once("close", () => this.#open.delete(stream));
    return stream;
  }

  dispose(): void {
    for (const stream of this.#open) stream.destroy();
    for (const go of this.#waiting) go();
  }
}

// `onSettled` is called when the process has answered first or is gone.
function processStream(program: string, argv: string[], onSettled: () => void): Duplex {
  const child = spawn(program, argv, { stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
  let complaint = "";
  const stream = new Duplex({
    allowHalfOpen: true,
    read: () => {
      child.stdout.resume();
    },
    // An EPIPE here says less than ssh itself, whose reason comes with `close`.
    write: (chunk, _encoding, done) => {
      child.stdin.write(chunk, () => done());
    },
    final: (done) => {
      child.stdin.end(() => done());
    },
    destroy: (error, done) => {
      child.kill();
      done(error);
    },
  });
  child.stdin.on("error", () => {});
  child.stdout.once("data", onSettled);
  child.stdout.on("data", (chunk) => {
    if (!stream.push(chunk)) child.stdout.pause();
  });
  child.stderr.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-2000);
  });
  child.on("error", (error) => {
    onSettled();
    stream.destroy(sshError(error.message));
  });
  child.on("close", (code) => {
    onSettled();
    if (code === 0 || stream.destroyed) stream.push(null);
    else stream.destroy(sshError(complaint.trim() || `exit ${code}`));
  });
  return stream;
}

// What ssh says, and what helps. The first match wins.
const remedies: [RegExp, EngineError["kind"], () => string][] = [
  [
    /remote host identification has changed/i,
    "denied",
    () =>
      t(
        "If the host was set up again, remove its old key (ssh-keygen -R); otherwise someone may be listening in.",
      ),
  ],
  [
    /host key verification failed/i,
    "denied",
    () => t("Connect once with ssh in a terminal and check the host's key."),
  ],
  [
    /permission denied/i,
    "denied",
    () => t("Add your key to the ssh agent, and to the host's authorized keys."),
  ],
  [
    /not found|dial-stdio|is not a docker command/i,
    "unreachable",
    () => t("Install the docker CLI (18.09 or newer) on that host."),
  ],
  [/ENOENT/, "unreachable", () => t("Install OpenSSH on this machine.")],
  [
    /could not resolve|timed out|no route|refused/i,
    "unreachable",
    () => t("Check the host's name, port and network."),
  ],
];

function sshError(complaint: string): EngineError {
  const known = remedies.find(([pattern]) => pattern.test(complaint));
  // A frame of @ leads in; the last lines say what it is about.
  const said = clean(complaint.replace(/^.*@.*@\s*$/gm, "").slice(-400));
  return new EngineError(known?.[1] ?? "unreachable", t("ssh failed: {0}", said), {
    remedy: known?.[2]() ?? t("Try the same host with ssh in a terminal."),
  });
}
