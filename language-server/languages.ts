// The table of all languages.
import { compose } from "./compose/index.ts";
import { dockerfile } from "./dockerfile/language.ts";
import type { Language } from "./language.ts";

/** In the order in which they are asked whether a file is theirs. */
// biome-ignore lint/suspicious/noExplicitAny: each language has a document type of its own, which only it knows.
export const languages: readonly Language<any>[] = [dockerfile, compose];
