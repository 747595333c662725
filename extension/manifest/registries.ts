// Registries: search, login, logout.
import type { ManifestPart } from "./part.ts";

export const registries: ManifestPart = {};
