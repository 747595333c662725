// A command inside a running container.
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { type Client, path } from "../connection/http.ts";
import { resizeTerminal, type Session, sessionStreams } from "./terminal-session.ts";

export interface ExecOptions {
  command: string[];
  tty?: boolean;
  /** Whether the command reads what is typed. */
  input?: boolean;
  user?: string | undefined;
  workingDirectory?: string | undefined;
  env?: Record<string, string>;
  privileged?: boolean;
  detachKeys?: string | undefined;
}

export interface ExecSession extends Session {
  readonly execId: string;
  /** Ends the session and the command too: kindly at first, then by a signal from inside the container. */
  kill(): Promise<void>;
}

const endOfInput = "\x04";
// In the environment of what we start, so that it can be found again among the container's processes.
const mark = "DOCKWRIGHT_TERMINAL";

/** Starts a command and gives its session. */
export async function exec(
  client: Client,
  container: string,
  options: ExecOptions,
): Promise<ExecSession> {
  const {
    command,
    tty = true,
    input = true,
    user,
    workingDirectory,
    env,
    privileged,
    detachKeys,
  } = options;
  const token = randomUUID();
  const { Id: execId } = await client.request<{ Id: string }>({
    method: "POST",
    path: path`/containers/${container}/exec`,
    body: {
      Cmd: command,
      Tty: tty,
      AttachStdin: input,
      AttachStdout: true,
      AttachStderr: true,
      ...(user ? { User: user } : {}),
      ...(workingDirectory ? { WorkingDir: workingDirectory } : {}),
      Env: Object.entries({ ...env, [mark]: token }).map(([name, value]) => `${name}=${value}`),
      ...(privileged ? { Privileged: true } : {}),
      ...(detachKeys ? { DetachKeys: detachKeys } : {}),
    },
  });
  // Tty here too, else Docker multiplexes the output.
  const connection = await client.hijack({
    path: path`/exec/${execId}/start`,
    body: { Detach: false, Tty: tty },
  });
  const streams = sessionStreams(connection, tty);
  return {
    ...streams,
    execId,
    resize: (columns, rows) => resizeTerminal(client, path`/exec/${execId}/resize`, columns, rows),
    exitCode: () => exitCodeOf(client, execId),
    kill: async () => {
      // Ctrl-C ends what runs in the foreground, Ctrl-D the shell itself.
      if (tty && connection.writable) connection.write(`\x03${endOfInput}`, () => connection.end());
      else connection.end();
      for (const name of ["", "HUP", "KILL"]) {
        if (name) await signal(client, container, token, name);
        if (await hasEnded(client, execId)) break;
      }
      connection.destroy();
    },
  };
}

/** Whether the command has ended; it is given a second for that. A container that is gone has ended it. */
async function hasEnded(client: Client, execId: string): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt++) {
    const { Running } = await client
      .request<{ Running: boolean }>({ path: path`/exec/${execId}/json` })
      .catch(() => ({ Running: false }));
    if (!Running) return true;
    await delay(100);
  }
  return false;
}

// The engine cannot signal an exec: another one does. Its parent is 0, which its own children's is not.
async function signal(client: Client, container: string, token: string, name: string) {
  const script = `for p in /proc/[0-9]*; do grep -q "${mark}=${token}" $p/environ && grep -q "^PPid:[[:space:]]*0$" $p/status && kill -${name} \${p#/proc/}; done`;
  const command = ["sh", "-c", script];
  const { Id } = await client.request<{ Id: string }>({
    method: "POST",
    path: path`/containers/${container}/exec`,
    body: { Cmd: command, User: "0" },
  });
  const answer = await client.stream({
    method: "POST",
    path: path`/exec/${Id}/start`,
    body: { Detach: true },
  });
  answer.resume();
}

async function exitCodeOf(client: Client, execId: string): Promise<number> {
  const { ExitCode } = await client.request<{ ExitCode: number | null }>({
    path: path`/exec/${execId}/json`,
  });
  return ExitCode ?? 0;
}

const shells = ["/bin/bash", "/usr/bin/bash", "/bin/zsh", "/bin/ash", "/bin/sh", "/busybox/sh"];

/** The best shell that the container has; undefined when it has none (scratch, distroless). */
export async function findShell(client: Client, container: string): Promise<string | undefined> {
  for (const shell of shells) {
    const known = await client
      .stream({
        method: "HEAD",
        path: path`/containers/${container}/archive`,
        query: { path: shell },
        timeout: 10_000,
      })
      .then(
        (answer) => {
          answer.resume();
          return true;
        },
        () => false,
      );
    if (known) return shell;
  }
  return undefined;
}
