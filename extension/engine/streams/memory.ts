// Whether memory ran out in a container: the engine's events tell it even of one that is gone already.
import type { Client } from "../connection/http.ts";
import { events } from "../model/events.ts";

/** What has just happened may be told a little later (ms). */
const LATE = 1000;
/** An engine whose clock is behind ours would let us wait for as long as that (ms). */
const PATIENCE = 3000;

/** `since`: milliseconds since 1970. Podman tells nothing of this. */
export async function ranOutOfMemory(client: Client, id: string, since: number): Promise<boolean> {
  const range = { since: since / 1000, until: (Date.now() + LATE) / 1000 };
  const filters = { container: [id], event: ["oom"] };
  const signal = AbortSignal.timeout(PATIENCE);
  try {
    for await (const { action } of events(client, { ...range, filters, signal }))
      if (action === "oom") return true;
  } catch {
    // Then it is not known.
  }
  return false;
}
