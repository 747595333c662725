// Volumes: their view and verbs.
import type { ManifestPart } from "./part.ts";

export const volumes: ManifestPart = {};
