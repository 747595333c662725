// What is shown in the pictures, scene by scene. What passes ends as it began, so that it can be shown
// again in another theme.
import { closeMenus, hoverShows, insist, menuEntry, unfold } from "../../test/ui/reveal.ts";
import type { Bed } from "./bed.ts";
import type { LookWindow } from "./window.ts";

const views = ["containers", "projects", "images", "volumes", "networks", "registries", "engines"];
/** How many rows the views have, from the top; the last one has what is left. */
const rows = [14, 10, 12, 5, 9, 9];

/** Opens and unfolds all that stays: the views, and four tables beside them. */
export async function furnish(look: LookWindow, { outdated, registry }: Bed): Promise<void> {
  const { ui } = look;
  for (const view of views) await ui.openView(look.view(view));
  await look.stretch(rows);
  const containers = look.view("containers");
  await ui.row(containers, "shop-migrate-1").waitFor();
  await unfold(ui.row(containers, "shop-web-1").first());
  await ui.row(containers, "8080").last().waitFor();
  await unfold(ui.row(look.view("volumes"), "shop_data").first());
  await unfold(ui.row(look.view("networks"), "shop_default").first());
  await ui.row(look.view("engines"), "staging").waitFor();
  if (registry) {
    await unfold(ui.row(look.view("registries"), registry).first());
    await unfold(ui.row(look.view("registries"), "shop/web"));
    await ui.row(look.view("registries"), "latest").waitFor();
    await unfold(ui.row(look.view("registries"), "shop/api"));
    await ui.row(look.view("registries"), look.said("on this engine")).waitFor();
  }
  if (outdated) {
    await ui.rowMenu(look.view("images"), outdated, look.title("images.lookForNewer"));
    const mark = look.said("newer version available");
    await ui.row(look.view("images"), mark).waitFor();
  }
  await openTables(look);
}

async function openTables(look: LookWindow): Promise<void> {
  const { ui } = look;
  const fromRow = (view: string, row: string, id: string) =>
    ui.rowMenu(look.view(view), row, look.title(id));
  const tables = [
    () => ui.command(`Docker: ${look.title("containers.statsOfAll")}`),
    () => fromRow("containers", "shop-db-1", "containers.top"),
    () => fromRow("images", "2.1", "images.history"),
    () => ui.command(`Docker: ${look.title("system.diskUsage")}`),
  ];
  for (const [index, open] of tables.entries()) {
    if (index > 0) await ui.command("View: New Editor Group Below");
    await ui.page.locator(".editor-group-container").nth(index).click();
    await open();
    await insist(`table ${index + 1}`, async () => {
      const frames = ui.page.frames().map((frame) => frame.locator("tbody tr").count());
      const rows = await Promise.all(frames.map((count) => count.catch(() => 0)));
      if (rows.filter(Boolean).length <= index) throw new Error("no rows yet");
    });
  }
  await ui.command("View: Reset Editor Group Sizes");
}

const quick = ({ ui }: LookWindow) => ui.page.locator(".quick-input-widget:not([inert])");

async function dismiss(look: LookWindow): Promise<void> {
  await look.ui.page.keyboard.press("Escape");
  await quick(look).filter({ visible: true }).waitFor({ state: "hidden" });
}

/** The menu of a row, unfolded to the last of these entries. */
async function menuOf(look: LookWindow, name: string, place: Place, entries: readonly string[]) {
  const { ui } = look;
  const view = look.view(place.view);
  const row = ui.row(view, place.row).first();
  await menuEntry(row, ui.view(view).locator(".monaco-list").first(), entries);
  await look.around(name, row, ...(await ui.page.locator(".monaco-menu").all()));
  await closeMenus(ui.page);
}

interface Place {
  readonly view: string;
  readonly row: string;
}

async function menus(look: LookWindow): Promise<void> {
  await menuOf(look, "menu", { view: "containers", row: "shop-web-1" }, [
    look.text("submenu.dockwright.container.change"),
    look.title("containers.rename"),
  ]);
  await menuOf(look, "menu-image", { view: "images", row: "2.1" }, [
    look.text("submenu.dockwright.image.copy"),
    look.title("images.copyReference"),
  ]);
}

async function tooltip(look: LookWindow): Promise<void> {
  const row = look.ui.row(look.view("containers"), "shop-db-1").first();
  const shown = await hoverShows(row, "the disk is full");
  await look.around("tooltip", row, shown);
}

async function why(look: LookWindow): Promise<void> {
  const { ui } = look;
  await ui.rowMenu(look.view("containers"), "shop-migrate-1", look.title("containers.why"));
  const text = ui.page.locator(".editor-group-container.active .view-lines");
  await text.filter({ hasText: "no config" }).waitFor();
  await look.around("why", ui.page.locator(".editor-group-container.active"));
  await ui.command("View: Close Editor");
}

async function runForm(look: LookWindow): Promise<void> {
  const { ui } = look;
  const form = look.said("Change what you need, then run");
  await ui.rowMenu(look.view("images"), "2.1", look.title("images.run"));
  for (const [field, value] of [
    ["Ports", ""],
    ["Name", "my-shop"],
  ] as const) {
    await ui.pick(form, look.said(field));
    await ui.question(look.said("Empty: the image's or the engine's own"));
    await ui.page.keyboard.type(value);
    await ui.page.keyboard.press("Enter");
    await ui.question(form);
  }
  await look.around("run-form", quick(look));
  await dismiss(look);
}

async function cleanUp(look: LookWindow): Promise<void> {
  await look.ui.command(`Docker: ${look.title("system.prune")}`);
  await look.ui.question(look.said("What is ticked will be removed"));
  await look.around("clean-up", quick(look));
  await dismiss(look);
}

async function question(look: LookWindow): Promise<void> {
  const { ui } = look;
  const box = ui.page.locator(".monaco-dialog-box");
  await ui.row(look.view("containers"), "backup").first().click();
  await ui.page.keyboard.press("d");
  await box.waitFor();
  await look.around("question", box);
  await ui.page.keyboard.press("Escape");
  await box.waitFor({ state: "hidden" });
  // The click has unfolded the row.
  await ui.page.keyboard.press("ArrowLeft");
}

/** The scenes that pass, in the order in which they are shown. */
export const passing: readonly ((look: LookWindow) => Promise<void>)[] = [
  menus,
  tooltip,
  why,
  runForm,
  cleanUp,
  question,
];
