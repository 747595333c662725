// Starts the server over the transport that the command line names (`--stdio`, `--node-ipc`, …),
// with the files of this machine and the engine that the client tells of.
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { languages } from "./languages.ts";
import { localHost } from "./local-host.ts";
import { engineRequest, type InitializationOptions } from "./protocol.ts";
import { serve } from "./server.ts";
import { ShellCheckRunner } from "./shellcheck-runner.ts";

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
      shellcheck: shellCheck(options, changed),
      changed,
    }),
});
connection.listen();

/** The user's ShellCheck: by the setting, else from PATH; none in an untrusted workspace. */
function shellCheck({ settings, dockwright, trusted }: InitializationOptions, changed: () => void) {
  const program = (settings ?? dockwright)?.lint?.shellcheckPath ?? "shellcheck";
  if (trusted === false || program === "") return undefined;
  return new ShellCheckRunner(program, changed);
}
