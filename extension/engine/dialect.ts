// What engines do otherwise than today's Docker, in one place: what they are, their words, what they leave unsaid.
import type { IncomingHttpHeaders } from "node:http";
import { t } from "./text.ts";

export interface EngineInfo {
  /** `Docker` or `Podman`, and its version where it tells. */
  readonly product: "Docker" | "Podman";
  readonly version: string;
  /** `1.51` */
  readonly apiVersion: string;
  readonly podman: boolean;
  /** Whether `/build` takes BuildKit builds: every engine since 20.10, Podman not. */
  readonly buildKit: boolean;
  /** Whether the program of a build's step ends when the build is cancelled: Podman lets it go on. */
  readonly cancelsSteps: boolean;
  /** Podman before 5 has no events for networks that come and go. */
  readonly tellsNetworks: boolean;
  /** Whether an inspect waits until a container that has ended has been cleaned up: Docker's does. */
  readonly inspectAwaitsEnd: boolean;
  /** Whether a log that is followed from its last lines on has all lines: Podman loses some in between. */
  readonly followsTails: boolean;
  readonly os: string;
}

/** What the headers of `/_ping` say; undefined when it is no engine that answers. */
export function infoOf(headers: IncomingHttpHeaders): EngineInfo | undefined {
  const header = (name: string) => String(headers[name] ?? "");
  const apiVersion = header("api-version");
  if (!/^\d+\.\d+$/.test(apiVersion)) return undefined;
  const podman = "libpod-api-version" in headers;
  const version = /^(?:Docker|Libpod)\/([\w.+~-]{1,40})/i.exec(header("server"))?.[1] ?? "";
  return {
    product: podman ? "Podman" : "Docker",
    version,
    apiVersion,
    podman,
    buildKit: !podman,
    cancelsSteps: !podman,
    tellsNetworks: !podman || Number.parseInt(version, 10) >= 5,
    inspectAwaitsEnd: !podman,
    followsTails: !podman,
    os: header("ostype") || "linux",
  };
}

/** What is said of a request that the engine does not know. */
export function unsupportedHere(info: EngineInfo | undefined): { said: string; remedy: string } {
  if (!info)
    return {
      said: t("This engine does not support that."),
      remedy: t("A newer one may: update it."),
    };
  const said = t(
    "{0} does not support that.",
    [info.product, info.version].filter(Boolean).join(" "),
  );
  const remedy = info.podman
    ? t("Docker does, and a newer Podman may.")
    : t("A newer one may: update it.");
  return { said, remedy };
}

/** Whether an answer is as good as empty: Podman writes `OK` here and there. */
export const saysNothing = (answer: string): boolean => /^\s*(OK)?\s*$/.test(answer);

/** Whether a log is refused because its last line is being written: Podman takes that for a fault. */
export const isHalfWritten = (error: unknown): boolean =>
  error instanceof Error && /not a valid container log line/.test(error.message);

/** Whether a request has changed networks without an event: then they are to be listed again. */
export function changesUnseen(
  info: EngineInfo | undefined,
  { method = "GET", path }: { method?: string; path: string },
): boolean {
  if (!info || info.tellsNetworks || method === "GET") return false;
  return /^\/networks\/(create|prune|[^/]+)$/.test(path);
}

/** An event as it comes from the engine. */
export interface RawEvent {
  Type?: string;
  Action?: string;
  status?: string;
  id?: string;
  Actor?: { ID?: string; Attributes?: Record<string, string> };
  time?: number;
  timeNano?: number;
}

/** What an event is about, in Docker's words. */
export interface Subject {
  readonly action: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const dockersWord: Readonly<Record<string, string>> = { remove: "destroy", died: "die" };

/**
 * Podman says `remove` for `destroy`, names a volume only among the attributes, and a network that a
 * container joins not at all: the id is the container's.
 */
export function subjectOf(raw: RawEvent, word: string): Subject {
  const attributes = raw.Actor?.Attributes ?? {};
  const id = raw.Actor?.ID || raw.id || "";
  const action = (raw.Type === "image" && word === "remove" && "delete") || dockersWord[word];
  const subject = { action: action || word, id, attributes };
  if (raw.Type === "volume" && !id) return { ...subject, id: attributes.name ?? "" };
  if (raw.Type === "network" && /connect$/.test(word) && !attributes.container)
    return { ...subject, attributes: { ...attributes, container: id } };
  return subject;
}

/** The id of an image; Podman leaves the algorithm out here and there. */
export const imageId = (id: string): string => (/^[0-9a-f]{64}$/.test(id) ? `sha256:${id}` : id);

/** The word of a container's state; Podman has some of its own. */
export const stateWord = (word: string): string =>
  /^(initialized|configured|unknown)$/.test(word) ? "created" : word.toLowerCase();

/** Whether a removal by force came between: Podman stumbles over a container that ends by itself just then. */
export const endsJustNow = (error: unknown): boolean =>
  error instanceof Error && /container state improper/.test(error.message);

/**
 * For how long (ms) the head of the answer to a wait is worth waiting for: Docker sends it as soon as it
 * waits, however late on a busy machine; Podman only at the end.
 */
export const patienceForWait = (info: EngineInfo | undefined): number =>
  info && !info.podman ? 30_000 : 500;

/**
 * Where a container that has ended must be made ready before one can attach to it: Podman would end
 * the attachment at once. Undefined: nowhere.
 */
export const readyPath = (info: EngineInfo | undefined, id: string): string | undefined =>
  info?.podman ? `/v4.0.0/libpod/containers/${encodeURIComponent(id)}/init` : undefined;
