// The side panel opened in a page that was loaded anew, when VS Code has come to rest.
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";

const icon = (page: Page, label: string) =>
  page.locator(`.activitybar .action-item:has(a[aria-label^="${label}"])`);

/** Loads the page anew with the Explorer in front, and waits until VS Code has come to rest. */
export async function showExplorerAnew(page: Page): Promise<void> {
  await icon(page, "Explorer").click();
  await icon(page, "Explorer").and(page.locator(".checked")).waitFor();
  // VS Code remembers the open panel a moment later: the next page is to begin with the Explorer.
  await setTimeout(1500);
  await page.reload();
  await icon(page, "Docker").waitFor();
  await page.locator("[id='status.problems']").waitFor();
  // Extensions start seconds after the page stands: what they cost is not the panel's.
  await setTimeout(10_000);
}

/** Clicks on the icon as a person does; gives the moment at which the page heard of it. */
export async function clickDocker(page: Page): Promise<number> {
  const heard = page.evaluate(
    `new Promise((done) => addEventListener("mousedown", () => done(Date.now()), { capture: true, once: true }))`,
  );
  await icon(page, "Docker").click();
  return (await heard) as number;
}
