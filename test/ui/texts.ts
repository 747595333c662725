// Texts as the page holds them, compared with those that a person reads, and how long to wait for them.

/** How long (ms) a page is waited for: much longer than it ever takes. */
export const patience = 60_000;

/** Finds a text that is this and no more. */
export function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** Blanks are unbreakable in what editor and terminal draw. */
export function ordinary(text: string): string {
  return text.replaceAll("\u00a0", " ");
}

type Line = { readonly offsetTop: number; readonly textContent: string | null };

/** The lines of an editor from top to bottom; it is run in the page, where they lie in any order. */
export function inOrder(lines: readonly unknown[]): string[] {
  const sorted = [...(lines as readonly Line[])].sort((a, b) => a.offsetTop - b.offsetTop);
  return sorted.map(({ textContent }) => textContent ?? "");
}
