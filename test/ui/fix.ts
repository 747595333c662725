// Picks a quick fix from the menu of the light bulb.
import type { Page } from "playwright-core";
import { until } from "../../scripts/engine-api.ts";

/** Opens the menu at the cursor and takes the fix of this title. */
export async function pickFix(page: Page, title: string | RegExp): Promise<void> {
  const fix = page.locator(".action-widget .monaco-list-row").filter({ hasText: title }).first();
  // A menu that opens while the page still settles may be closed by that: then once more.
  await until("the fix", async () => {
    await page.keyboard.press("ControlOrMeta+.");
    try {
      await fix.click({ timeout: 10_000 });
      return true;
    } catch {
      await page.keyboard.press("Escape");
      return false;
    }
  });
  await page.locator(".action-widget .monaco-list").first().waitFor({ state: "hidden" });
}
