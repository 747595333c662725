// How the server's messages travel, as its command line says: `--stdio`, `--node-ipc`, `--socket=PORT`
// or `--pipe=NAME`; and that the server ends with its client. Used by main.ts alone.
import {
  createMessageConnection,
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  type MessageReader,
  type MessageWriter,
  StreamMessageReader,
} from "vscode-languageserver/node";
import { tell } from "./connection.ts";
import { StreamWriter } from "./message-writer.ts";

/** Milliseconds between two looks whether the client still runs. */
const watching = 3000;

/** A connection over what the command line names. The caller calls `listen()`. */
export function connect(words: readonly string[]): MessageConnection {
  const connection = createMessageConnection(...transport(words), {
    error: (message) => log(1, message),
    warn: (message) => log(2, message),
    info: () => {},
    log: () => {},
  });
  const log = (type: number, message: string) => {
    tell(connection, "window/logMessage", { type, message }).catch(() => undefined);
  };
  return connection;
}

/** Ends the process when the client says so, and when it is gone. */
export function endWithClient(
  connection: MessageConnection,
  words: readonly string[],
  isShutDown: () => boolean,
): void {
  const leave = () => {
    try {
      connection.end();
    } catch {
      // Nobody is there to be told.
    }
    process.exit(isShutDown() ? 0 : 1);
  };
  connection.onNotification("exit", leave);
  connection.onClose(leave);
  process.once("disconnect", leave);
  if (isStdio(words)) process.stdin.once("end", leave);
  const client = Number(argumentOf("--clientProcessId", words));
  if (client > 0) watch(client, leave);
}

/** Looks now and then whether a process still runs. */
export function watch(id: number, gone: () => void): void {
  setInterval(() => {
    try {
      process.kill(id, 0);
    } catch {
      gone();
    }
  }, watching).unref();
}

function transport(words: readonly string[]): [MessageReader, MessageWriter] {
  if (words.includes("--node-ipc"))
    return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  const port = Number(argumentOf("--socket", words));
  if (port > 0) return createServerSocketTransport(port);
  const pipe = argumentOf("--pipe", words);
  if (pipe) return createServerPipeTransport(pipe);
  // What a library might print must not come between the messages.
  const { error } = console;
  Object.assign(console, { log: error, info: error, debug: error });
  return [new StreamMessageReader(process.stdin), new StreamWriter(process.stdout)];
}

const isStdio = (words: readonly string[]) =>
  !words.some((word) => /^--(?:node-ipc|socket|pipe)\b/.test(word));

/** `--name=value` or `--name value`. */
function argumentOf(name: string, words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`));
  const word = words[at];
  return word === name ? words[at + 1] : word?.slice(name.length + 1);
}
