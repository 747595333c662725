// Add Dockerfile… and its kin.
import type { ManifestPart } from "./part.ts";

export const scaffold: ManifestPart = {};
