// `npm start -- --check`: looks at the page as a person would, and keeps a picture of it.
import { resolve } from "node:path";
import type { Page } from "playwright-core";
import { startBrowser } from "../browser.ts";

const picture = ".dockwright/start.png";

/** Whether the trees (if there is an engine) and the diagnostics come up. */
export async function checkPage(address: string, withEngine: boolean): Promise<boolean> {
  const browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(90_000);
  try {
    await page.goto(address);
    await openMistakes(page);
    console.log("✔ problems of mistakes/Dockerfile");
    await page.locator('.activitybar .action-item:has(a[aria-label^="Docker"])').click();
    const rows = page.locator(".pane .monaco-list-row", { hasText: "dockwright/hello" });
    const state = page.getByText("No Docker engine answers");
    await (withEngine ? rows : state).first().waitFor();
    console.log(withEngine ? "✔ the trees show the engine" : "✔ the tree says what to do");
    return true;
  } catch (error) {
    console.log(`✖ ${error instanceof Error ? error.message : error}`);
    return false;
  } finally {
    await page.screenshot({ path: picture }).catch(() => {});
    console.log(`A picture of the page: ${resolve(picture)}`);
    await browser.close();
  }
}

async function openMistakes(page: Page): Promise<void> {
  await page.locator(".activitybar .action-item").first().waitFor();
  await page.keyboard.press("ControlOrMeta+P");
  await page.locator(".quick-input-widget input[type=text]").first().fill("mistakes/Dockerfile");
  const found = page.locator(".quick-input-list .monaco-list-row", { hasText: "Dockerfile" });
  await found.first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".monaco-editor .squiggly-error").first().waitFor();
}
