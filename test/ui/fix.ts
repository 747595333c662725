// Problems in an editor and their quick fixes, taken from the menu of the light bulb.
import type { Locator, Page } from "playwright-core";
import { insist } from "./reveal.ts";

/** Goes to a problem (or stays), opens the menu there and takes the fix of this title. */
export async function pickFix(
  page: Page,
  title: string | RegExp,
  goThere?: () => Promise<void>,
): Promise<void> {
  const menu = page.locator(".action-widget");
  const fix = menu.locator(".monaco-list-row").filter({ hasText: title }).first();
  // A menu that opens while the page still settles may be closed by that, and the problem may
  // have been one that is gone in a moment: then once more.
  await insist(`the fix “${title}”`, async () => {
    await goThere?.();
    await page.keyboard.press("ControlOrMeta+.");
    await fix.click({ timeout: 10_000 }).catch(async (error: unknown) => {
      const offered = (await menu.allInnerTexts()).join();
      await page.keyboard.press("Escape");
      throw new Error(`${error}: the menu has ${offered}`);
    });
  });
  await menu.locator(".monaco-list").first().waitFor({ state: "hidden" });
}

/** Goes to the first problem of the editor's file; looks at what it says, if that is wanted. */
export async function goToProblem(
  page: Page,
  editor: Locator,
  look?: (message: Locator) => Promise<void>,
): Promise<void> {
  const message = page.locator(".marker-widget");
  await insist("the first problem", async () => {
    await editor.locator(".view-lines").first().click({ timeout: 10_000 });
    await page.keyboard.press("ControlOrMeta+Home");
    await page.keyboard.press("F8");
    // There is none for a moment, while a file that has changed is looked at again.
    await message.waitFor({ timeout: 5000 });
  });
  await look?.(message);
  await page.keyboard.press("Escape");
  await message.waitFor({ state: "hidden" });
}

/** Renames what the caret stands on. */
export async function renameTo(page: Page, name: string): Promise<void> {
  const box = page.locator(".rename-box input").first();
  await insist("the box for a new name", async () => {
    await page.keyboard.press("F2");
    await box.waitFor({ timeout: 8000 });
  });
  await box.fill(name);
  await box.press("Enter");
  await box.waitFor({ state: "hidden" });
}
