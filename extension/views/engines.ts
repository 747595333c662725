// The rows of the Engines view: the Docker contexts and the sockets that were found.
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import type { ConnectionState } from "../connection.ts";
import { type DockerContext, listContexts } from "../engine/connection/contexts.ts";
import { defaultHost, findSockets } from "../engine/connection/endpoint.ts";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { plain } from "../wording/format.ts";
import { engineFacts } from "./engine-facts.ts";
import type { Node } from "./node.ts";
import { line } from "./rows.ts";

/** A row's engine: a Docker context by its name, or an address. */
export interface EngineChoice {
  readonly kind: "engine";
  readonly name: string;
  readonly host: string;
  /** What `dockwright.endpoint` has to be, or undefined for a Docker context, which the CLI's configuration names. */
  readonly address?: string;
}

export async function engineRows(
  engine: Engine | undefined,
  state: ConnectionState,
): Promise<Node[]> {
  const [contexts, sockets] = await Promise.all([
    listContexts(process.env),
    findSockets(process.env),
  ]);
  const choices: EngineChoice[] = [
    // As the docker CLI lists it: DOCKER_HOST takes the place of the default socket.
    { kind: "engine", name: "default", host: defaultOf(engine) },
    ...contexts
      .filter(({ name }: DockerContext) => name !== "default")
      .map(({ name, host }): EngineChoice => ({ kind: "engine", name, host })),
  ];
  for (const { name, host } of sockets)
    if (!choices.some((choice) => choice.host === host))
      choices.push({ kind: "engine", name, host, address: host });
  if (engine && !choices.some((choice) => isUsed(choice, engine)))
    choices.unshift({
      kind: "engine",
      name: engine.endpoint.name,
      host: engine.endpoint.host,
      address: engine.endpoint.host,
    });
  const rows = choices.map((choice) => engineRow(choice, engine, state));
  // Nobody knows which engine is meant: that stands above those that could be.
  return engine || !state.message ? rows : [...troubles(state), ...rows];
}

/** What is wrong, and what helps. */
function troubles({ message, remedy }: ConnectionState): Node[] {
  return [
    line({ id: "engines/message", label: message, icon: "error", means: t("Error") }),
    line({ id: "engines/remedy", label: remedy, icon: "lightbulb", means: t("How to fix it") }),
  ].filter(({ stamp }) => stamp !== "\n");
}

function defaultOf(engine: Engine | undefined): string {
  const { name, host } = engine?.endpoint ?? {};
  return name === "default" && host ? host : process.env.DOCKER_HOST || defaultHost;
}

function isUsed({ host, name }: EngineChoice, { endpoint }: Engine): boolean {
  return endpoint.host === host && (endpoint.name === name || endpoint.name.includes("://"));
}

function engineRow(choice: EngineChoice, engine: Engine | undefined, state: ConnectionState): Node {
  const used = engine !== undefined && isUsed(choice, engine);
  const named = choice.name === "default" ? "context.default" : "context";
  const sort = choice.address ? "found" : named;
  const version = engine?.info ? `API ${engine.info.apiVersion}` : "";
  const words = used ? [statusWords[state.status](), version, originWords(engine)] : [];
  const isWrong = used && state.message !== "";
  return {
    id: `engines/${choice.name}/${choice.host}`,
    contextValue: `engine.${used ? "used" : "other"}.${sort}`,
    stamp: [...words, state.message, state.remedy].join(),
    object: choice,
    ...(used && state.status === "connected" && { children: () => engineFacts(engine) }),
    ...(isWrong && { children: () => troubles(state) }),
    item() {
      const { Expanded, Collapsed, None } = TreeItemCollapsibleState;
      const item = new TreeItem(plain(choice.name), isWrong ? Expanded : used ? Collapsed : None);
      item.description = plain([choice.host, ...words].filter(Boolean).join(" · "));
      const good = state.status === "connected" || state.status === "connecting";
      item.iconPath = used
        ? new ThemeIcon(
            good ? "pass-filled" : "error",
            new ThemeColor(good ? "charts.green" : "problemsErrorIcon.foreground"),
          )
        : new ThemeIcon("server");
      item.accessibilityInformation = { label: `${choice.name}, ${item.description}` };
      return item;
    },
  };
}

const statusWords: Record<ConnectionState["status"], () => string> = {
  connecting: () => t("connecting"),
  connected: () => t("connected"),
  unreachable: () => t("not reachable"),
  denied: () => t("no permission"),
  wrongTls: () => t("wrong TLS"),
  tooOld: () => t("too old"),
  untrusted: () => t("not trusted"),
};

function originWords({ endpoint }: Engine): string {
  switch (endpoint.origin) {
    case "setting":
      return t("from the setting");
    case "DOCKER_HOST":
    case "DOCKER_CONTEXT":
      return t("from {0}", endpoint.origin);
    case "currentContext":
      return t("Docker's current context");
    default:
      return "";
  }
}
