// The rows of the Engines view: the Docker contexts and the sockets that were found.
import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, type TreeView } from "vscode";
import { isGuarded } from "../connections/guard.ts";
import type { ConnectionState } from "../connections/sought-engine.ts";
import type { UnfoldedEngines } from "../connections/unfolded-engines.ts";
import { type DockerContext, listContexts } from "../engine/connection/contexts.ts";
import { defaultHost, findSockets } from "../engine/connection/endpoint.ts";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { plain } from "../wording/format.ts";
import { engineFacts } from "./engine-facts.ts";
import { engineObjects, type OptionsOf } from "./engine-objects.ts";
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

/** The engines beside the one in use: what is unfolded, and how its objects are to be drawn. */
export interface Others {
  readonly unfolded: UnfoldedEngines;
  readonly options: OptionsOf;
}

/** `others`: what stands below those that are not in use; without it their rows cannot be unfolded. */
export async function engineRows(
  engine: Engine | undefined,
  state: ConnectionState,
  others?: Others,
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
  const rows = choices.map((choice) =>
    engine && isUsed(choice, engine) ? usedRow(choice, engine, state) : otherRow(choice, others),
  );
  others?.unfolded.keep(new Set(rows.map(({ id }) => id)));
  // Nobody knows which engine is meant: that stands above those that could be.
  return engine || !state.message ? rows : [...troubles("engines", state), ...rows];
}

/** Lets an engine be connected to when its row is unfolded, and let go when nobody sees it. */
export function followFolding(
  { onDidExpandElement, onDidCollapseElement, onDidChangeVisibility }: TreeView<Node>,
  unfolded: UnfoldedEngines,
): { dispose(): unknown }[] {
  return [
    onDidExpandElement(({ element: { id, object, contextValue } }) => {
      const { address, name } = (object ?? {}) as EngineChoice;
      if (contextValue.startsWith("engine.other.")) unfolded.unfold(id, address ?? name);
    }),
    onDidCollapseElement(({ element }) => unfolded.fold(element.id)),
    onDidChangeVisibility(({ visible }) => unfolded.show(visible)),
  ];
}

/** What is wrong, and what helps. */
function troubles(at: string, { message, remedy }: ConnectionState): Node[] {
  return [
    line({ id: `${at}/message`, label: message, icon: "error", means: t("Error") }),
    line({ id: `${at}/remedy`, label: remedy, icon: "lightbulb", means: t("How to fix it") }),
  ].filter(({ stamp }) => stamp !== "\n");
}

function defaultOf(engine: Engine | undefined): string {
  const { name, host } = engine?.endpoint ?? {};
  return name === "default" && host ? host : process.env.DOCKER_HOST || defaultHost;
}

function isUsed({ host, name }: EngineChoice, { endpoint }: Engine): boolean {
  return endpoint.host === host && (endpoint.name === name || endpoint.name.includes("://"));
}

/** Under which heading of a menu a row stands: how its engine came to be known. */
function sortOf({ name, address }: EngineChoice): string {
  if (address) return "found";
  return name === "default" ? "context.default" : "context";
}

/** In its own name the row of the engine in use begins anew, folded, when another one was in use before. */
function usedRow(choice: EngineChoice, engine: Engine, state: ConnectionState): Node {
  const words = [
    ...guardWords(choice),
    statusWords[state.status](),
    versionOf(engine),
    originWords(engine),
  ];
  const isWrong = state.message !== "";
  const id = `engines/used/${choice.name}/${choice.host}`;
  return {
    id,
    contextValue: guardedContext(`engine.used.${sortOf(choice)}`, choice),
    stamp: [...words, state.message, state.remedy].join(),
    object: choice,
    ...(state.status === "connected" && { children: () => engineFacts(engine) }),
    ...(isWrong && { children: () => troubles(id, state) }),
    item() {
      const { Expanded, Collapsed } = TreeItemCollapsibleState;
      const item = itemOf(choice, words, isWrong ? Expanded : Collapsed);
      item.iconPath = iconOf(isGuarded(choice) ? "lock" : "pass-filled", state);
      return item;
    },
  };
}

/** An engine that is not in use: unfolded, it shows what it holds. */
function otherRow(choice: EngineChoice, others: Others | undefined): Node {
  const id = `engines/${choice.name}/${choice.host}`;
  const known = others?.unfolded.of(id);
  const { engine, state } = known ?? {};
  const isOpen = state?.status === "connected" && engine !== undefined;
  const seen = state ? [statusWords[state.status](), versionOf(engine), t("not in use")] : [];
  const words = [...guardWords(choice), ...seen];
  const base = `engine.other.${sortOf(choice)}`;
  return {
    id,
    contextValue: guardedContext(isOpen ? `${base}.open` : base, choice),
    stamp: words.join(),
    object: choice,
    ...(engine && { engine }),
    ...(others && {
      isGroup: true,
      children: () => {
        if (state?.message) return troubles(id, state);
        if (isOpen && engine.model.live) return engineObjects(id, engine, others.options);
        return [line({ id: `${id}/connecting`, label: t("Connecting…"), icon: "loading~spin" })];
      },
    }),
    item() {
      const { Collapsed, None } = TreeItemCollapsibleState;
      const item = itemOf(choice, words, others ? Collapsed : None);
      const icon = isGuarded(choice) ? "lock" : "server";
      item.iconPath = state ? iconOf(icon, state) : new ThemeIcon(icon);
      return item;
    },
  };
}

const guardWords = (choice: EngineChoice) => (isGuarded(choice) ? [t("guarded")] : []);

const guardedContext = (value: string, choice: EngineChoice) =>
  isGuarded(choice) ? `${value}.guarded` : value;

const versionOf = (engine: Engine | undefined) =>
  engine?.info ? `API ${engine.info.apiVersion}` : "";

function itemOf(
  { name, host }: EngineChoice,
  words: readonly string[],
  folding: TreeItemCollapsibleState,
): TreeItem {
  const item = new TreeItem(plain(name), folding);
  item.description = plain([host, ...words].filter(Boolean).join(" · "));
  item.accessibilityInformation = { label: `${plain(name)}, ${item.description}` };
  return item;
}

function iconOf(icon: string, { status }: ConnectionState): ThemeIcon {
  const good = status === "connected" || status === "connecting";
  return new ThemeIcon(
    good ? icon : "error",
    new ThemeColor(good ? "charts.green" : "problemsErrorIcon.foreground"),
  );
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
