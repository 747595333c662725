// What settings, filter and tooltips can read off a container. Pure.
import { type EndState, explainExit } from "../engine/explain-exit.ts";
import type { Container, Port } from "../engine/model/objects.ts";
import { t } from "../engine/text.ts";
import { stateWords } from "./container-words.ts";
import { ago, escaped, shortId } from "./format.ts";

export const containerFields = {
  name: ({ name }) => name,
  image: ({ image }) => image,
  shortImage: ({ image }) => shortReference(image),
  state: stateWords,
  status: ({ status }) => status,
  ports: ({ ports }) => published(ports).map(portText).join(", "),
  networks: ({ networks }) => networks.map(({ name }) => name).join(", "),
  project: ({ project }) => project ?? "",
  service: ({ service }) => service ?? "",
  command: ({ command }) => command,
  created: ({ created }) => ago(created),
  id: ({ id }) => shortId(id),
  registry: ({ image }) => registryOf(image),
} satisfies Readonly<Record<string, (container: Container) => string>>;

/** The registry that a reference names; Docker Hub when it names none. */
export function registryOf(reference: string): string {
  const first = reference.includes("/") ? (reference.split("/")[0] ?? "") : "";
  return /[.:]|^localhost$/.test(first) ? first : "docker.io";
}

/** A reference without the path of its registry: `registry.example.com/team/shop/web:1` → `web:1`. */
export const shortReference = (reference: string): string =>
  reference.replace(/^.*\//, "").replace(/@sha256:([0-9a-f]{12})[0-9a-f]*$/, "@$1");

/** The published ports, each once: engines list IPv4 and IPv6 apart. */
export function published(ports: readonly Port[]): Port[] {
  const seen = new Set<string>();
  return ports.filter((port) => {
    const text = portText(port);
    return port.host !== undefined && !seen.has(text) && seen.add(text);
  });
}

/** `8080→80`, with the protocol when it is not tcp. */
export function portText({ host, container, protocol }: Port): string {
  const target = protocol === "tcp" ? `${container}` : `${container}/${protocol}`;
  return host === undefined ? target : `${host}→${target}`;
}

/** What menus go by: `container.running.ports.checked`. */
export function containerContext({ state, ports, health }: Container): string {
  const parts = [published(ports).length > 0 && "ports", health && "checked"];
  return ["container", state, ...parts].filter(Boolean).join(".");
}

/** What the engine says of a container beyond the model, as far as the tooltip shows it. */
export interface Inspected {
  readonly Config?: { readonly Env?: readonly string[] | null };
  readonly HostConfig?: { readonly RestartPolicy?: { readonly Name?: string } };
  readonly State?: EndState;
}

/** Why it stopped, or cannot be started; nothing while it runs. */
function reason({ state }: Container, more: Inspected | undefined): string {
  if (!more?.State || state === "running" || state === "paused") return "";
  const { what, said } = explainExit(more.State);
  return [what, said].filter(Boolean).join(" ");
}

const shownLabels = 8;

function labelText(labels: Container["labels"]): string {
  const all = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
  const more = all.length > shownLabels ? [t("… and {0} more", all.length - shownLabels)] : [];
  return [...all.slice(0, shownLabels), ...more].join(", ");
}

/** The tooltip of a container as Markdown; all text of the engine in it is escaped. */
export function containerTooltip(container: Container, more?: Inspected): string {
  const rows: (readonly [string, string])[] = [
    [t("State"), stateWords(container)],
    [t("Reason"), reason(container, more)],
    [t("Health check"), more?.State?.Health?.Log?.at(-1)?.Output?.trim() ?? ""],
    [t("Image"), container.image],
    [t("Command"), container.command],
    [t("Ports"), container.ports.map(portText).join(", ")],
    [
      t("Mounts"),
      container.mounts.map(({ name, source, target }) => `${name ?? source}→${target}`).join(", "),
    ],
    [
      t("Networks"),
      container.networks.map(({ name, ip }) => (ip ? `${name} ${ip}` : name)).join(", "),
    ],
    [t("Environment variables"), String(more?.Config?.Env?.length ?? "")],
    [t("Restart policy"), more?.HostConfig?.RestartPolicy?.Name ?? ""],
    [t("Labels"), labelText(container.labels)],
    [t("Created"), ago(container.created)],
    [t("ID"), shortId(container.id)],
  ];
  return tooltip(container.name, rows);
}

/** A heading and lines "name: value"; values come from an engine and are escaped. */
export function tooltip(title: string, rows: readonly (readonly [string, string])[]): string {
  const lines = rows
    .filter(([, value]) => value)
    .map(([name, value]) => `**${name}:** ${escaped(value)}`);
  return [`### ${escaped(title)}`, ...lines].join("\n\n");
}
