// Texts as the page holds them, compared with those that a person reads.
/** Finds a text that is this and no more. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** Blanks are unbreakable in what editor and terminal draw. */
export function ordinary(text: string): string {
  return text.replaceAll("\u00a0", " ");
}
