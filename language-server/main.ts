// Starts the server over the transport that the command line names (`--stdio`, `--node-ipc`, …),
// with the files of this machine and the engine that the client tells of.
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { languages } from "./languages.ts";
import { localHost } from "./local-host.ts";
import { engineRequest } from "./protocol.ts";
import { serve } from "./server.ts";

const connection = createConnection(ProposedFeatures.all);
serve({
  connection,
  languages,
  makeHost: ({ options, folders, opened, changed }) =>
    localHost({
      opened,
      folders,
      environment: options.environment ?? {},
      ask: options.engine
        ? (question) => connection.sendRequest(engineRequest, question)
        : undefined,
      changed,
    }),
});
connection.listen();
