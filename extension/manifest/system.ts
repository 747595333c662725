// The engine as a whole: disk usage, prune, events.
import type { ManifestPart } from "./part.ts";

export const system: ManifestPart = {};
