// Rows of a tree: brought into sight, pointed at, clicked, with their menus. A tree draws its rows anew
// whenever something happens, so each of these begins again where the row went away under the pointer.
import type { Locator, Page } from "playwright-core";
import { until } from "../../scripts/engine-api.ts";
import { patience } from "./texts.ts";

/** How long (ms) one attempt may take. */
const once = 8000;

/** Tries until it works, and gives the last error when it never does. */
export async function insist(what: string, attempt: () => Promise<unknown>): Promise<void> {
  let last: unknown;
  await until(
    what,
    () =>
      attempt().then(
        () => true,
        (error: unknown) => {
          last = error;
          return false;
        },
      ),
    1.5 * patience,
  ).catch((error: unknown) => {
    throw new Error(`${error}: ${last}`);
  });
}

/**
 * Turns the wheel over the list until the whole row stands in it. A row that a list shows only in part
 * counts as visible, but its buttons lie below the next view.
 */
export async function reveal(row: Locator, list: Locator): Promise<void> {
  const { mouse } = row.page();
  await row.waitFor();
  await until("the row in sight", async () => {
    const [inner, outer] = await Promise.all([box(row), box(list)]);
    if (!inner || !outer) return false;
    const below = inner.y + inner.height - (outer.y + outer.height);
    const above = outer.y - inner.y;
    if (below < 2 && above < 2) return true;
    await mouse.move(outer.x + outer.width / 2, outer.y + outer.height / 2);
    await mouse.wheel(0, below >= 2 ? below + 4 : -above - 4);
    return false;
  });
}

/** Where it stands; nothing while it is not there. */
function box(one: Locator): ReturnType<Locator["boundingBox"]> {
  return one.boundingBox({ timeout: once }).catch(() => null);
}

/** Points at the row and clicks a button in it. */
export async function clickInRow(row: Locator, list: Locator, button: Locator): Promise<void> {
  await insist("a click on the row's button", async () => {
    await reveal(row, list);
    await row.hover({ timeout: once });
    await button.click({ timeout: once });
  });
}

/** Points at something until the tooltip that fits has come. */
export async function hoverShows(at: Locator, text: string | RegExp): Promise<Locator> {
  const page = at.page();
  const shown = page.locator(".monaco-hover").filter({ visible: true, hasText: text }).first();
  await insist(`the tooltip ${text}`, async () => {
    await page.mouse.move(0, 0);
    await at.hover({ timeout: once });
    await shown.waitFor({ timeout: once });
  });
  return shown;
}

/** Opens the context menu of a row and goes to an entry by way of its submenus; gives the entry. */
export async function menuEntry(
  row: Locator,
  list: Locator,
  entries: readonly string[],
): Promise<Locator> {
  const page = row.page();
  let found = page.locator(".monaco-menu");
  await insist(`the entry ${entries.join(", ")}`, async () => {
    await closeMenus(page);
    await reveal(row, list);
    await row.click({ button: "right", timeout: once });
    for (const [index, entry] of entries.entries()) {
      const label = page.locator(`.action-label[aria-label="${entry}"]`);
      found = page.locator(".monaco-menu .action-item").filter({ has: label }).last();
      await found.hover({ timeout: once });
      await found.and(page.locator(".focused")).waitFor({ timeout: once });
      if (index < entries.length - 1) await page.keyboard.press("ArrowRight");
    }
  });
  return found;
}

/** Closes a context menu and its submenus, if any is open. */
export async function closeMenus(page: Page): Promise<void> {
  const menus = page.locator(".monaco-menu");
  for (let depth = 0; depth < 4 && (await menus.count()) > 0; depth++) {
    await page.keyboard.press("Escape");
    await menus
      .first()
      .waitFor({ state: "hidden", timeout: 1000 })
      .catch(() => {});
  }
}

/** Unfolds a row of a tree. */
export async function unfold(row: Locator): Promise<void> {
  await insist("the row unfolded", async () => {
    if ((await row.getAttribute("aria-expanded", { timeout: once })) === "true") return;
    await row.click({ timeout: once });
    await row.and(row.page().locator("[aria-expanded=true]")).waitFor({ timeout: once });
  });
}
