// The engine's event stream as plain events in Docker's words, noise told apart. Lists nothing.
import type { Client } from "../connection/http.ts";
import { type RawEvent, subjectOf } from "../dialect.ts";
import { jsonLines } from "../streams/json-lines.ts";
import { engineTime } from "../times.ts";
import type { Container, EngineObject, Kind } from "./objects.ts";

export interface EngineEvent {
  /** container, image, volume, network, builder, daemon, plugin … */
  readonly type: string;
  /** Docker's word: `destroy` also for Podman's `remove`; without the details after a colon. */
  readonly action: string;
  /** What stands after the colon: `health_status: healthy` → `healthy`. */
  readonly detail: string;
  readonly id: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Milliseconds since 1970, by the engine's clock. */
  readonly time: number;
}

export interface EventsOptions {
  /** Unix seconds (fractions allowed) or as the CLI writes times; events from there on are replayed. */
  since?: number | string;
  until?: number | string;
  filters?: Record<string, string[]>;
  signal?: AbortSignal;
  /** Called as soon as the engine has taken the subscription: nothing is missed from here on. */
  onOpen?: () => void;
}

/** Events as they come, until the engine ends the stream (then it returns) or it breaks (then it throws). */
export async function* events(
  client: Client,
  { since, until, filters, signal, onOpen }: EventsOptions = {},
): AsyncGenerator<EngineEvent> {
  const query = { since: engineTime(since), until: engineTime(until), filters };
  const answer = await client.stream({ path: "/events", query, signal });
  onOpen?.();
  for await (const line of jsonLines(answer)) {
    const event = normalise(line as RawEvent);
    if (event) yield event;
  }
}

/** The event in Docker's words; undefined for a line that is none. */
export function normalise(raw: RawEvent): EngineEvent | undefined {
  if (typeof raw !== "object" || raw === null) return undefined;
  const type = raw.Type ?? "";
  const [word = "", ...details] = (raw.Action ?? raw.status ?? "").split(":");
  if (!type || !word) return undefined;
  return {
    type,
    ...subjectOf(raw, word),
    detail: details.join(":").trim(),
    time: raw.timeNano ? raw.timeNano / 1e6 : (raw.time ?? 0) * 1000,
  };
}

/** What an event asks of the model: which object to look at again, or that it is gone. */
export interface Touch {
  readonly kind: Kind;
  readonly id: string;
  readonly gone: boolean;
  /** What the list must say of it now; Docker tells of some changes before its list knows them. */
  readonly expected?: "there" | "alive" | "paused" | "ended";
  /** The networks that the list must say a container is in now, or no more. */
  readonly networks?: readonly Membership[];
}

interface Membership {
  readonly id: string;
  readonly name: string;
  readonly isIn: boolean;
}

const expectations: Record<string, Touch["expected"]> = {
  create: "there",
  start: "alive",
  unpause: "alive",
  pause: "paused",
  die: "ended",
};

const expectedStates: Record<"alive" | "paused" | "ended", RegExp> = {
  alive: /^(running|restarting|removing|dead)$/,
  paused: /^paused$/,
  ended: /^(?!running|paused)/,
};

/** Whether an object is as its last event lets expect; a container that has gone needs no more looks. */
export function isBorneOut(touch: Touch, object: EngineObject | undefined): boolean {
  const { expected, networks = [] } = touch;
  if (expected === "there" && !object) return false;
  if (object?.kind !== "container") return true;
  if (expected && expected !== "there" && !expectedStates[expected].test(object.state))
    return false;
  return networks.every((network) => isMember(object, network));
}

function isMember({ state, networks }: Container, { id, name, isIn }: Membership): boolean {
  // What has ended keeps the names of its networks, though it has left them.
  if (!isIn && !expectedStates.alive.test(state)) return true;
  return networks.some((one) => one.networkId === id || one.name === name) === isIn;
}

/** A later touch of the same object: what was expected holds on while nothing else is said of it. */
export function following(before: Touch | undefined, touch: Touch): Touch {
  if (!before || touch.gone) return touch;
  const expected = touch.expected ?? before.expected;
  const networks = [
    ...(before.networks ?? []).filter(({ id }) => !touch.networks?.some((one) => one.id === id)),
    ...(touch.networks ?? []),
  ];
  return {
    ...touch,
    ...(expected ? { expected } : {}),
    ...(networks.length > 0 ? { networks } : {}),
  };
}

// Happenings that change nothing the model holds; health checks alone make three of them each time.
// A signal changes nothing by itself: where it ends the container, `die` follows.
const noise =
  /^(kill|exec_\w+|top|resize|export|archive-path|extract-to-dir|copy|attach|detach|mount|unmount|save|push|sync|init|cleanup|checkpoint|restore)$/;

/** The objects that an event concerns. */
export function touches({ type, action, id, attributes }: EngineEvent): Touch[] {
  // An image needs no id: Podman names none of those that it has loaded, and all are listed again anyway.
  if (noise.test(action) || (!id && type !== "image")) return [];
  const gone = action === "destroy";
  switch (type) {
    case "container":
      if (action === "commit")
        return [{ kind: "image", id: attributes.imageID ?? id, gone: false }];
      return [{ kind: "container", id, gone, ...expectation(action) }];
    case "image":
      return [{ kind: "image", id, gone: false }];
    case "volume":
      return [{ kind: "volume", id, gone, ...expectation(action) }];
    case "network":
      return touchesOfNetwork(action, id, attributes);
    default:
      return [];
  }
}

const expectation = (action: string) => {
  const expected = expectations[action];
  return expected ? { expected } : {};
};

// Who hangs on a network is a fact about the container.
function touchesOfNetwork(
  action: string,
  id: string,
  { container, name = "" }: EngineEvent["attributes"],
): Touch[] {
  if (action !== "connect" && action !== "disconnect")
    return [{ kind: "network", id, gone: action === "destroy", ...expectation(action) }];
  if (!container) return [];
  const touch = { kind: "container", id: container, gone: false } as const;
  // Podman names the container alone.
  if (container === id) return [touch];
  return [{ ...touch, networks: [{ id, name, isIn: action === "connect" }] }];
}
