// The Dockerfile language: grammar, lint and editor settings, code lenses.
import type { ManifestPart } from "./part.ts";

export const dockerfileLanguage: ManifestPart = {};
