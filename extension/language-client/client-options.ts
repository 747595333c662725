// What the language server is told when it starts: for which documents it is there, the texts of the
// person's language, and the environment without what is secret.
import { type ExtensionContext, env, type LogOutputChannel, Uri, workspace } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient/node";
import type { InitializationOptions } from "../../language-server/protocol.ts";

export const documentSelector = [
  { language: "dockerfile" },
  { language: "dockercompose" },
  { language: "yaml", pattern: "**/{compose,docker-compose}*.{yaml,yml}" },
];

/** `engine`: whether somebody answers questions about it. */
export async function clientOptions(
  context: ExtensionContext,
  log: LogOutputChannel,
  engine: boolean,
): Promise<LanguageClientOptions> {
  const l10n = await texts(context, log);
  // Asked at each start of the server.
  const initializationOptions = (): InitializationOptions => ({
    l10n,
    environment: definedOnly(process.env),
    engine,
    trusted: workspace.isTrusted,
    // VS Code runs commands that the code of a diagnostic leads to.
    rulePages: "command:dockwright.rules.why?%5B%22{code}%22%5D",
  });
  return {
    documentSelector,
    initializationOptions,
    outputChannel: log,
  };
}

/** The bundle of the editor's language, if it is one that we ship; English needs none. */
async function texts(
  context: ExtensionContext,
  log: LogOutputChannel,
): Promise<Readonly<Record<string, string>>> {
  const language = env.language.split("-")[0] ?? "en";
  if (language === "en") return {};
  try {
    const uri = Uri.joinPath(context.extensionUri, "l10n", `bundle.l10n.${language}.json`);
    return JSON.parse(new TextDecoder().decode(await workspace.fs.readFile(uri)));
  } catch (error) {
    log.debug(`no texts for ${language}: ${String(error)}`);
    return {};
  }
}

/** Compose reads variables of the environment; credentials are never handed on. */
function definedOnly(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const secret = /TOKEN|SECRET|PASSW|KEY|CREDENTIAL|AUTH/i;
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value === undefined || secret.test(name) ? [] : [[name, value]],
    ),
  );
}
