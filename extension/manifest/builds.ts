// Builds: Build Image…, Build Again, tasks.
import type { ManifestPart } from "./part.ts";

export const builds: ManifestPart = {};
