// A client and the whole server, over two streams in memory.
import { PassThrough } from "node:stream";
import {
  createMessageConnection,
  createProtocolConnection,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { compose } from "../../language-server/compose/index.ts";
import { Connection } from "../../language-server/connection.ts";
import { dockerfile } from "../../language-server/dockerfile/language.ts";
import { knownLanguages } from "../../language-server/languages.ts";
import { localHost } from "../../language-server/local-host.ts";
import type { EngineQuestion } from "../../language-server/protocol.ts";
import { serve } from "../../language-server/server.ts";

export interface Client {
  readonly connection: ProtocolConnection;
  /** The next diagnostics that are published. */
  diagnostics(): Promise<PublishDiagnosticsParams>;
}

/** Runs with a server that has been initialized, and ends it. With `answer`, the client knows an engine. */
export async function withServer(
  use: (client: Client) => Promise<void>,
  rootUri: string | null = null,
  answer?: (question: EngineQuestion) => Promise<unknown>,
): Promise<void> {
  const up = new PassThrough();
  const down = new PassThrough();
  const server = createMessageConnection(
    new StreamMessageReader(up),
    new StreamMessageWriter(down),
  );
  serve({
    connection: new Connection(server),
    languages: knownLanguages({ dockerfile: () => dockerfile, compose: () => compose }),
    rulePages: "file:///docs/rules/{code}.md",
    makeHost: ({ opened, folders, changed, hintsChanged }) =>
      localHost({
        ...{ opened, folders, environment: {}, changed },
        ask: answer,
        builtChanged: hintsChanged,
      }),
  });
  server.listen();
  const connection = createProtocolConnection(
    new StreamMessageReader(down),
    new StreamMessageWriter(up),
  );
  const waiting: ((params: PublishDiagnosticsParams) => void)[] = [];
  const come: PublishDiagnosticsParams[] = [];
  connection.onNotification("textDocument/publishDiagnostics", (params) => {
    const next = waiting.shift();
    if (next) next(params);
    else come.push(params);
  });
  connection.listen();
  try {
    await connection.sendRequest("initialize", {
      processId: null,
      rootUri,
      capabilities: answer ? { workspace: { inlayHint: { refreshSupport: true } } } : {},
    });
    await connection.sendNotification("initialized", {});
    const diagnostics = () =>
      new Promise<PublishDiagnosticsParams>((resolve) => {
        const ready = come.shift();
        if (ready) resolve(ready);
        else waiting.push(resolve);
      });
    await use({ connection, diagnostics });
    await connection.sendRequest("shutdown");
  } finally {
    connection.dispose();
    server.dispose();
    up.destroy();
    down.destroy();
  }
}
