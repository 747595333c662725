// What the live model tells, and what it needs from its engine.
import type { EngineObject, Kind } from "./objects.ts";

/** A real difference in one kind of object. */
export interface ModelChange {
  readonly kind: Kind;
  readonly added: readonly EngineObject[];
  readonly changed: readonly EngineObject[];
  /** As they last were. */
  readonly removed: readonly EngineObject[];
}

/** What the model tells of its connection. */
export interface ModelHooks {
  /** Before every attempt: the engine's facts are asked anew. */
  connect(signal: AbortSignal): Promise<void>;
  onLost(error: unknown): void;
  /** Whether a connection costs next to nothing: then events do not wait for the facts. */
  readonly isNear: boolean;
  /** Milliseconds between attempts at most. */
  readonly longestPause: number;
  /** The machine has slept: connections that are kept may be dead. */
  onAwake(): void;
  /** Whether an inspect waits until an ended container has been cleaned up. */
  inspectAwaitsEnd(): boolean;
}
