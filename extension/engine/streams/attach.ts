// A terminal on the main process of a container. Closing it leaves the process alone.

import { type Client, path } from "../connection/http.ts";
import * as containers from "../verbs/containers.ts";
import { resizeTerminal, type Session, sessionStreams } from "./terminal-session.ts";

export interface AttachOptions {
  /** Whether the container has a TTY, if that is known; else it is asked. */
  tty?: boolean;
  input?: boolean;
  /** Also what the container has put out before. */
  logs?: boolean;
  detachKeys?: string | undefined;
  signal?: AbortSignal;
}

/** Attaches; all options go into the query, because Podman types a body into the container. */
export async function attach(
  client: Client,
  id: string,
  options: AttachOptions = {},
): Promise<Session> {
  const { input = true, logs = false, detachKeys, signal } = options;
  const tty = options.tty ?? (await containers.inspect(client, id)).Config.Tty;
  const connection = await client.hijack({
    path: path`/containers/${id}/attach`,
    query: {
      stream: true,
      stdin: input,
      stdout: true,
      stderr: true,
      logs: logs || undefined,
      detachKeys,
    },
    signal,
  });
  const resize = (columns: number, rows: number) =>
    resizeTerminal(client, path`/containers/${id}/resize`, columns, rows);
  let isFirst = true;
  return {
    ...sessionStreams(connection, tty),
    resize: async (columns, rows) => {
      // A program that is asked for the size it has draws nothing: the screen would stay empty.
      if (isFirst) await resize(columns, rows + 1);
      isFirst = false;
      await resize(columns, rows);
    },
    exitCode: async () => {
      const { State } = await containers.inspect(client, id);
      return State.ExitCode;
    },
  };
}
