// Images: their view, verbs, menus and keys.
import type { ManifestPart } from "./part.ts";

export const images: ManifestPart = {};
