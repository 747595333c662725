// The few ways in which keywords are written in files, each kept once.
export interface Spelling {
  readonly text: string;
  readonly upper: string;
}
const SPELLINGS = new Map<string, Spelling>();

/** A keyword, and the same in upper case; the few spellings of a file are kept once. */
export function spelling(text: string): Spelling {
  let known = SPELLINGS.get(text);
  if (known === undefined) {
    const upper = text.toUpperCase();
    known = { text: text === upper ? upper : text, upper };
    if (SPELLINGS.size < 500) SPELLINGS.set(text, known);
  }
  return known;
}
