// Picks a quick fix from the menu of the light bulb.
import type { Locator, Page } from "playwright-core";
import { until } from "../../scripts/engine-api.ts";

/** Goes to a problem (or stays), opens the menu there and takes the fix of this title. */
export async function pickFix(
  page: Page,
  title: string | RegExp,
  goThere?: () => Promise<void>,
): Promise<void> {
  const menu = page.locator(".action-widget");
  const fix = menu.locator(".monaco-list-row").filter({ hasText: title }).first();
  let offered: readonly string[] = [];
  // A menu that opens while the page still settles may be closed by that, and the problem may
  // have been one that is gone in a moment: then once more.
  await until("the fix", async () => {
    await goThere?.();
    await page.keyboard.press("ControlOrMeta+.");
    try {
      await fix.click({ timeout: 10_000 });
      return true;
    } catch {
      offered = await menu.allInnerTexts();
      await page.keyboard.press("Escape");
      return false;
    }
  }).catch((error: unknown) => {
    throw new Error(`${error}: no “${title}” in the menu: ${offered.join()}`);
  });
  await menu.locator(".monaco-list").first().waitFor({ state: "hidden" });
}

/** Goes to the first problem of the editor's file. */
export async function goToProblem(page: Page, editor: Locator): Promise<void> {
  const message = page.locator(".marker-widget");
  await editor.locator(".view-lines").click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.press("F8");
  await message.waitFor();
  await page.keyboard.press("Escape");
  await message.waitFor({ state: "hidden" });
}
