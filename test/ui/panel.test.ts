// The side panel in a real VS Code: what its trees say, how they are filtered and grouped, and the
// commands whose questions, documents and tables people meet most.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { until } from "../../scripts/engine-api.ts";
import { publish, startRegistry } from "../../scripts/registry.ts";
import { busybox, cleanUp, engine, labels, socket } from "../engine/engine.ts";
import { hoverShows, insist, unfold } from "./reveal.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

let ui: Workbench;

/** Makes and starts a container. */
async function container(name: string, body: object = {}, start = true): Promise<string> {
  const { Labels, ...rest } = body as { Labels?: object };
  const made = await engine("POST", `/containers/create?name=${name}`, {
    Image: busybox,
    Cmd: ["sleep", "10000"],
    StopTimeout: 0,
    Labels: { ...labels, ...Labels },
    ...rest,
  });
  assert.equal(made.status, 201, made.body);
  if (start) await engine("POST", `/containers/${name}/start`);
  return JSON.parse(made.body).Id as string;
}

const exists = async (name: string) =>
  (await engine("GET", `/containers/${name}/json`)).status === 200;

before(async () => {
  const shop = {
    Labels: { "com.docker.compose.project": "shop", "com.docker.compose.service": "web" },
  };
  await engine("POST", "/volumes/create", { Name: "panel-data", Labels: labels });
  await engine("POST", "/volumes/create", { Name: "panel-unused", Labels: labels });
  await container("shop-web", { ...shop, HostConfig: { Binds: ["panel-data:/data"] } });
  await container("shop-worker", shop);
  await engine("POST", "/containers/shop-worker/pause");
  await container("panel-failed", { Cmd: ["sh", "-c", "echo no config >&2; exit 3"] });
  await container("panel-created", {}, false);
  ui = await openWorkbench({ name: "panel", size: { width: 1280, height: 1300 } });
});

after(async () => {
  await ui?.close();
  await engine("POST", "/containers/shop-worker/unpause").catch(() => {});
  await cleanUp();
});

test("containers stand in groups with their state in words; a filter and another grouping change it", async () => {
  const view = await ui.openView("Containers");
  await ui.row("Containers", "shop-web").filter({ hasText: "running" }).waitFor();
  await ui.row("Containers", "shop-worker").filter({ hasText: "paused" }).waitFor();
  await ui.row("Containers", "panel-failed").filter({ hasText: "exited (3)" }).waitFor();
  await ui.row("Containers", "panel-created").filter({ hasText: "created" }).waitFor();
  await view.getByRole("treeitem", { name: "Group shop, 2 rows" }).waitFor();
  await ui.shot("groups");

  await ui.row("Containers", "panel-created").click();
  await ui.page.keyboard.press("/");
  await ui.question("Words that a row must contain");
  await ui.page.keyboard.type("fail exit");
  await ui.row("Containers", "shop-web").waitFor({ state: "hidden" });
  await ui.row("Containers", "panel-failed").waitFor();
  await ui.page.keyboard.press("Enter");
  await view.getByText("Filter: fail exit").waitFor();
  await ui.shot("filtered");
  await ui.command("Docker: Clear Containers Filter");
  await ui.row("Containers", "shop-web").waitFor();
});

test("stopped containers, and those of other workspaces, are hidden and shown again", async () => {
  const view = ui.view("Containers");
  await ui.row("Containers", "shop-web").first().click();
  await ui.page.keyboard.press("e");
  await ui.row("Containers", "panel-failed").waitFor({ state: "hidden" });
  await view.getByText("stopped hidden").waitFor();
  await ui.row("Containers", "shop-web").first().waitFor();
  await ui.command("Docker: Show or Hide Stopped Containers");
  await ui.row("Containers", "panel-failed").waitFor();
  await ui.command("Docker: Show All or Only This Workspace's Containers");
  await view.getByText("There are containers, but none is shown").waitFor();
  await ui.shot("only-workspace");
  await ui.command("Docker: Show All or Only This Workspace's Containers");
  await ui.row("Containers", "panel-failed").waitFor();
});

test("a row unfolds to mounts and processes, and its hover says more", async () => {
  await unfold(ui.row("Containers", "shop-web"));
  await ui.row("Containers", "/data").filter({ hasText: "panel-data" }).waitFor();
  await unfold(ui.row("Containers", "Processes"));
  // The command alone stands above it: the process has its number behind it.
  await ui.row("Containers", /sleep 10000\s*\d/).waitFor();
  const says =
    /exit(ed)?[\s\S]*3[\s\S]*busybox[\s\S]*Reason|Reason[\s\S]*exit(ed)?[\s\S]*3[\s\S]*busybox/;
  await hoverShows(ui.row("Containers", "panel-failed"), says);
  await ui.shot("details");
  await ui.row("Containers", "shop-web").click();
  await ui.page.keyboard.press("ArrowLeft");
});

test("a container that takes its time to stop says so in its row, and can be waited for or not", async () => {
  await container("panel-stubborn", {
    Cmd: ["sh", "-c", "trap '' TERM; while :; do sleep 1; done"],
    StopTimeout: 600,
  });
  await ui.row("Containers", "panel-stubborn").filter({ hasText: "running" }).waitFor();
  await ui.rowButton("Containers", "panel-stubborn", "Stop");
  await ui.row("Containers", "panel-stubborn").filter({ hasText: "stopping…" }).waitFor();
  const waiting = await ui.notification("Stopping panel-stubborn");
  await ui.shot("stopping");
  await waiting.getByRole("button", { name: "Cancel", exact: true }).click();
  await waiting.waitFor({ state: "hidden" });
  await ui.closeNotifications();
  // Nobody waits any more; the engine goes on.
  await ui.row("Containers", "panel-stubborn").filter({ hasText: "running" }).waitFor();
  await engine("POST", "/containers/panel-stubborn/kill");
  await ui.row("Containers", "panel-stubborn").filter({ hasText: "exited (137)" }).waitFor();
  await ui.rowMenu("Containers", "panel-stubborn", "Copy", "Copy Name");
  await ui.rowMenu("Containers", "panel-stubborn", "Remove…");
  await ui.dialog("Remove");
  await ui.row("Containers", "panel-stubborn").waitFor({ state: "hidden" });
});

test("several rows are removed by one key, after a question that names them", async () => {
  await ui.row("Containers", "panel-failed").click();
  await ui.row("Containers", "panel-created").click({ modifiers: ["ControlOrMeta"] });
  await ui.page.keyboard.press("d");
  await ui.page.locator(".monaco-dialog-box").waitFor();
  await ui.shot("remove-asks");
  const said = await ui.dialog("Remove");
  assert.match(said, /panel-failed: exited \(3\)/);
  assert.match(said, /panel-created: created/);
  await ui.row("Containers", "panel-failed").waitFor({ state: "hidden" });
  await ui.row("Containers", "panel-created").waitFor({ state: "hidden" });
  await until("its end", async () => !(await exists("panel-failed")));
  assert.equal(await exists("shop-web"), true);
});

test("a letter key is for the row that arrow keys have led to, not for the one that was clicked", async () => {
  await ui.row("Containers", "shop-web").click();
  await ui.page.keyboard.press("ArrowLeft");
  await ui.page.keyboard.press("ArrowDown");
  const focused = ui.view("Containers").locator(".monaco-list-row.focused");
  await focused.filter({ hasText: "shop-worker" }).waitFor();
  await ui.page.keyboard.press("d");
  assert.match(await ui.dialog("Cancel"), /Remove the container shop-worker\?/);
});

test("b offers what is for all rows; in Projects a key does what it does to a row of its kind", async () => {
  await ui.row("Containers", "shop-web").click();
  await ui.page.keyboard.press("b");
  await ui.pick("Choose a command", "Stop All Containers…");
  await ui.question("What is ticked will be stopped");
  await ui.shot("stop-all");
  await ui.page.keyboard.press("Escape");
  await ui.openView("Projects");
  await unfold(ui.row("Projects", "shop").first());
  await unfold(ui.row("Projects", /^\s*web/));
  await ui.row("Projects", "shop-worker").click();
  await ui.page.keyboard.press("d");
  assert.match(await ui.dialog("Cancel"), /Remove the container shop-worker\?/);
});

test("an image that is dropped on the containers is run", async () => {
  const image = ui.row("Images", "1.35").first();
  // A page that is busy may not have seen what was dragged when it is let go.
  await insist("the dropped image", async () => {
    await image.dragTo(ui.row("Containers", "shop-web").first(), { timeout: 10_000 });
    await ui.question("docker run -d busybox:1.35", 10_000);
  });
  await ui.shot("dropped");
  await ui.page.keyboard.press("Escape");
});

test("inspect opens a document, stats a table that sorts", async () => {
  await ui.rowMenu("Containers", "shop-web", "Inspect");
  await ui.shows('"Id":');
  await ui.shot("inspect");
  await ui.command("Docker: Show Stats of All Containers");
  const table = ui.page
    .frameLocator("iframe.webview")
    .frameLocator("#active-frame")
    .locator("table");
  await table.getByRole("cell", { name: "shop-web" }).waitFor();
  // With its second number a cell has a line, from point to point.
  const lines = table.locator("tr").filter({ hasText: "shop-web" }).locator("polyline");
  await lines.and(table.locator("[points*=' ']")).first().waitFor({ state: "attached" });
  await ui.shot("stats");
  const name = table.getByRole("columnheader", { name: "Container" });
  // The table is drawn anew with each sample, maybe between the two halves of a click.
  await insist("the order", async () => {
    if ((await name.getAttribute("aria-sort", { timeout: 5000 })) === "ascending") return;
    await name.getByRole("button").click({ timeout: 5000 });
    await table.locator("[aria-sort=ascending]").waitFor({ timeout: 3000 });
  });
});

test("the clean-up shows everything unused with sizes, and removes what is ticked", async () => {
  await ui.openView("Volumes");
  await ui.row("Volumes", "panel-unused").waitFor();
  await ui.command("Docker: Remove Unused Volumes…");
  await ui.question("What is ticked will be removed");
  await ui.shot("prune");
  await ui.tick("What is ticked will be removed", "panel-unused");
  assert.match(await ui.dialog("Remove"), /panel-unused/);
  await ui.row("Volumes", "panel-unused").waitFor({ state: "hidden" });
  await ui.row("Volumes", "panel-data").waitFor();
});

test("a registry that is added unfolds to repositories and tags, and a tag tells what it is", async (context) => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-panel-"));
  const registry = await startRegistry(socket, folder).catch(() => undefined);
  if (!registry) return context.skip("no registry can be had");
  try {
    await publish(registry, "shop/web", ["1.9", "1.10"]);
    await ui.openView("Registries");
    await ui.command("Docker: Add Registry…");
    await ui.answer("Registry, or one", registry.address);
    await unfold(ui.row("Registries", registry.address));
    await unfold(ui.row("Registries", "shop/web"));
    await ui.row("Registries", "1.10").waitFor();
    await hoverShows(ui.row("Registries", "1.9"), "linux/amd64");
    await ui.shot("registry");
  } finally {
    registry.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
