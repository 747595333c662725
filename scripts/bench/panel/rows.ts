// When rows of a tree come, go and change, told by the page itself.
import type { Page } from "playwright-core";

/** The moment at which a row of the view whose text fits comes or goes. */
export function rowMoment(
  page: Page,
  view: string,
  pattern: string,
  present = true,
): Promise<number> {
  const moment = page.evaluate<number>(`new Promise((done, fail) => {
    const rows = () => [...document.querySelectorAll(".pane .monaco-list-row")].filter((row) =>
      row.closest(".pane").querySelector(".pane-header").ariaLabel.startsWith(${JSON.stringify(view)}));
    const late = () => fail(new Error(${JSON.stringify(`no row ${pattern}: `)} + rows().map((row) => row.textContent).join(" | ")));
    setTimeout(late, 30_000);
    const wanted = new RegExp(${JSON.stringify(pattern)});
    const there = () => rows().some((row) => wanted.test(row.textContent));
    const look = () => there() === ${present} && (observer.disconnect(), done(Date.now()));
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  })`);
  // Waited for later: a failure meanwhile has nobody yet who hears of it.
  moment.catch(() => {});
  return moment;
}

/** `p50 12 ms, p95 34 ms, max 56 ms (n=15)`. */
export function spread(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (n=${sorted.length})`;
}
