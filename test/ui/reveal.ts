// Brings a row of a tree into sight, as a person does with the wheel. A row that a list shows only
// in part counts as visible, but its buttons lie below the next view.
import type { Locator } from "playwright-core";
import { until } from "../../scripts/engine-api.ts";

/** Turns the wheel over the list until the whole row stands in it. */
export async function reveal(row: Locator, list: Locator): Promise<void> {
  const { mouse } = row.page();
  await row.waitFor();
  await until("the row in sight", async () => {
    const inner = await row.boundingBox();
    const outer = await list.boundingBox();
    if (!inner || !outer) return false;
    const below = inner.y + inner.height - (outer.y + outer.height);
    const above = outer.y - inner.y;
    if (below < 2 && above < 2) return true;
    await mouse.move(outer.x + outer.width / 2, outer.y + outer.height / 2);
    await mouse.wheel(0, below >= 2 ? below + 4 : -above - 4);
    return false;
  });
}

/** Points at the row and clicks a button in it; again where the row moves away meanwhile. */
export async function clickInRow(row: Locator, list: Locator, button: Locator): Promise<void> {
  let last: unknown;
  await until("a click on the row's button", async () => {
    try {
      await reveal(row, list);
      await row.hover({ timeout: 5000 });
      await button.click({ timeout: 5000 });
      return true;
    } catch (error) {
      last = error;
      return false;
    }
  }).catch((error: unknown) => {
    throw new Error(`${error}: ${last}`);
  });
}
