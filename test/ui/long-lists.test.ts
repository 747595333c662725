// A list of several hundred rows in a real VS Code: it comes in two parts, of which nobody is to see anything.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../../scripts/engine-api.ts";
import { busybox, cleanUp, engine, labels } from "../engine/engine.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

const count = 250;
const atOnce = 10;
let ui: Workbench;

before(async () => {
  // Behind all else that the engine may have.
  const names = Array.from({ length: count }, (_, n) => `zz-${String(n).padStart(3, "0")}`);
  const body = { Image: busybox, Labels: labels };
  for (let at = 0; at < count; at += atOnce)
    await Promise.all(
      names
        .slice(at, at + atOnce)
        .map((name) => engine("POST", `/containers/create?name=${name}`, body)),
    );
  ui = await openWorkbench({ name: "long-lists" });
});
after(async () => {
  await ui?.close();
  await cleanUp();
});

test("a long list is whole, and the row that was clicked first stays selected", async () => {
  const view = await ui.openView("Containers");
  const first = ui.row("Containers", "zz-000");
  await first.click();
  const rows = view.locator(".monaco-list-row");
  // The list tells screen readers how many rows it has.
  const length = async () => Number(await rows.first().getAttribute("aria-setsize"));
  await until("all rows", async () => (await length()) >= count, 60_000);
  await ui.shot("first");
  await first.and(ui.page.locator(".selected")).waitFor();
  await first.click();
  await ui.page.keyboard.press("End");
  await rows.and(ui.page.locator(".focused")).filter({ hasText: "zz-249" }).waitFor();
  await ui.shot("last");
  await ui.page.keyboard.press("d");
  assert.match(await ui.dialog("Cancel"), /Remove the container zz-249\?/);
});
