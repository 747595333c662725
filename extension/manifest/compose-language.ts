// The Compose language: grammar, lint and editor settings, code lenses.
import type { ManifestPart } from "./part.ts";

export const composeLanguage: ManifestPart = {};
