// Terminals and logs: settings and commands inside them.
import type { ManifestPart } from "./part.ts";

export const terminals: ManifestPart = {};
