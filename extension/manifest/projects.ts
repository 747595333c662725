// Compose projects: their view and verbs.
import type { ManifestPart } from "./part.ts";

export const projects: ManifestPart = {};
