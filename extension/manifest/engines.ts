// Engines and Docker contexts: their view, verbs and settings.
import type { ManifestPart } from "./part.ts";

export const engines: ManifestPart = {};
