// Starts the server over the transport that the command line names (`--stdio`, `--node-ipc`, …),
// with the files of this machine and the engine that the client tells of.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Connection } from "./connection.ts";
import { knownLanguages } from "./languages.ts";
import { localHost } from "./local-host.ts";
import { engineRequest } from "./protocol.ts";
import { serve } from "./server.ts";
import { ShellCheckRunner } from "./shellcheck-runner.ts";
import { connect, endWithClient, watch } from "./transport.ts";
import { tune } from "./tuning.ts";

const words = process.argv.slice(2);
const messages = connect(words);
const connection = new Connection(messages);
serve({
  connection,
  languages: knownLanguages({
    // Files of the build (scripts/build/server-parts.mjs) beside this one.
    dockerfile: () => {
      tune();
      return require("./language-server-dockerfile.js").dockerfile;
    },
    compose: () => {
      tune();
      return require("./language-server-compose.js").compose;
    },
  }),
  rulePages: pagesBeside(process.argv[1] ?? ""),
  makeHost: ({ client, options, settings, folders, opened, changed, hintsChanged }) => {
    if (client) watch(client, () => process.exit(connection.shutDown ? 0 : 1));
    return localHost({
      opened,
      folders,
      environment: options.environment ?? {},
      ask: options.engine ? (question) => connection.ask(engineRequest, question) : undefined,
      // The user's own: by the setting, else from PATH; none in an untrusted workspace.
      shellcheck:
        options.trusted === false
          ? undefined
          : new ShellCheckRunner(() => settings().lint?.shellcheckPath ?? "shellcheck", changed),
      changed,
      builtChanged: hintsChanged,
    });
  },
});
endWithClient(messages, words, () => connection.shutDown);
messages.listen();

/** The rules' pages, where they lie beside the server: other editors open files. */
function pagesBeside(server: string): string | undefined {
  const folder = join(dirname(dirname(server)), "docs", "rules");
  const there = existsSync(join(folder, "README.md"));
  return there ? `${pathToFileURL(folder).href}/{code}.md` : undefined;
}
