// Terminals on containers and builds as a person uses them: a shell that follows the panel's size,
// a log that is filtered, a build that fails and one that is cancelled.
import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { until } from "../../scripts/engine-api.ts";
import { busybox, cleanUp, engine, labels } from "../engine/engine.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

const talk = [
  'echo \'{"level":"error","msg":"disk is full","left":0}\'',
  "echo plain line about 한글",
  "echo '    at main (/app/src/main.js:2:7)'",
  "while :; do sleep 1; done",
].join("; ");

let ui: Workbench;
before(async () => {
  ui = await openWorkbench({
    name: "terminals",
    files: {
      Dockerfile: `FROM ${busybox}\nLABEL dockwright.test=1\nRUN echo going; \\\n  echo down; exit 3\n`,
      "quick.Dockerfile": `FROM ${busybox}\nLABEL dockwright.test=1\nRUN echo quick\n`,
      "slow.Dockerfile": `FROM ${busybox}\nRUN echo begun; sleep 4711\n`,
      "src/main.js": "// A file\n      throw new Error();\n",
    },
  });
  const { status } = await engine("POST", "/containers/create?name=talker", {
    Image: busybox,
    Cmd: ["sh", "-c", talk],
    Labels: labels,
  });
  assert.equal(status, 201);
  await engine("POST", "/containers/talker/start");
});
after(async () => {
  await ui?.close();
  await cleanUp();
});

/** Waits until nothing of what the terminal shows is this any more. */
const gone = (text: string) =>
  until(`the end of ${text}`, async () => !(await ui.terminal()).includes(text), 60_000);

test("a log is filtered, its JSON lines are readable", { timeout: 200_000 }, async () => {
  await ui.openView("Containers");
  await ui.rowMenu("Containers", "talker", "View Logs");
  await ui.terminalShows("error disk is full left=0");
  await ui.terminalShows("plain line about 한글");
  await ui.shot("log");
  await ui.focusTerminal();
  await ui.page.keyboard.type("/");
  await ui.answer("Filter the log", "disk");
  await gone("plain line");
  await ui.terminalShows("disk is full");
  await ui.shot("log-filtered");
});

test("a shell knows the panel's size, and tells its exit code", { timeout: 200_000 }, async () => {
  await ui.rowButton("Containers", "talker", "Open Shell");
  await ui.terminalShows("/ #");
  const rows = async (mark: string) => {
    await ui.typeLine(`echo ${mark} $(stty size | cut -d' ' -f1) lines`);
    const shape = new RegExp(`^${mark} (\\d+) lines`, "m");
    await ui.terminalShows(shape);
    return Number(shape.exec(await ui.terminal())?.[1]);
  };
  const small = await rows("first");
  await ui.command("View: Toggle Maximized Panel");
  await until("the larger size", async () => (await rows(`at${Date.now()}`)) > small, 60_000);
  await ui.shot("shell-large");
  await ui.command("View: Toggle Maximized Panel");
  await ui.typeLine("exit 42");
  await ui.terminalShows("Exit code 42");
  await ui.shot("shell-ended");
  // The same terminal again, with a new shell in it.
  await ui.rowButton("Containers", "talker", "Open Shell");
  await ui.terminalShows(/Exit code 42[\s\S]*\/ #/);
});

test("Ctrl+P Ctrl+Q leave a container, which goes on", { timeout: 200_000 }, async () => {
  const wish = { Image: busybox, Cmd: ["sh"], Tty: true, OpenStdin: true, Labels: labels };
  const { status } = await engine("POST", "/containers/create?name=attached", wish);
  assert.equal(status, 201);
  await engine("POST", "/containers/attached/start");
  await ui.row("Containers", "attached").waitFor();
  await ui.command("Docker: Attach");
  await ui.pick("Choose a container", "attached");
  await ui.terminalShows("docker attach attached");
  await ui.typeLine("echo me-$((6*7))");
  await ui.terminalShows("me-42");
  await ui.page.keyboard.press("Control+P");
  await ui.page.keyboard.press("Control+Q");
  await ui.terminalShows("Detached from attached");
  await ui.shot("detached");
  const { body } = await engine("GET", "/containers/attached/json");
  assert.equal(JSON.parse(body).State.Status, "running");
  // Any key closes what has ended: it shall not be there again after the reload below.
  await ui.page.keyboard.press("x");
  const tab = ui.page.locator(".terminal-tabs-entry", { hasText: "attached" });
  await tab.waitFor({ state: "detached" });
});

test("Ctrl+D ends a shell; closing an attached terminal stops its container where that is set", {
  timeout: 200_000,
}, async () => {
  await ui.rowButton("Containers", "talker", "Open Shell");
  await ui.terminalShows(/\/ #\s*$/);
  await ui.focusTerminal();
  await ui.page.keyboard.press("Control+D");
  await ui.terminalShows("Exit code 0");

  const state = async () =>
    JSON.parse((await engine("GET", "/containers/attached/json")).body).State.Status;
  const attach = async () => {
    await ui.rowMenu("Containers", "attached", "Attach");
    await ui.terminalShows("docker attach attached");
    await ui.typeLine("echo me-$((7*7))");
    await ui.terminalShows("me-49");
  };
  const close = async () => {
    await ui.command("Terminal: Kill the Active Terminal Instance");
    const tab = ui.page.locator(".terminal-tabs-entry", { hasText: "attached" });
    await tab.waitFor({ state: "detached" });
  };
  await attach();
  await close();
  assert.equal(await state(), "running");
  const settings = {
    "dockwright.attach.stopOnClose": true,
    // Seen to change: then the other is in effect, too.
    "dockwright.containers.description": ["command"],
  };
  mkdirSync(join(ui.workspace, ".vscode"));
  writeFileSync(join(ui.workspace, ".vscode/settings.json"), JSON.stringify(settings));
  await ui.row("Containers", /attached\s*sh$/).waitFor();
  await attach();
  await close();
  await until("its end", async () => (await state()) === "exited", 60_000);
});

/** Clicks on what the terminal shows, as on a link, until a file or text of this name is in the editor. */
async function followLink(text: string, opened: string): Promise<void> {
  const rows = ui.page.locator(".terminal-wrapper.active .xterm-rows span", { hasText: text });
  await until(
    `the link ${text}`,
    async () => {
      const row = rows.last();
      const box = await row.boundingBox();
      if (!box) return false;
      const whole = (await row.textContent()) ?? "";
      const middle = (whole.indexOf(text) + text.length / 2) / whole.length;
      const [x, y] = [box.x + box.width * middle, box.y + box.height / 2];
      await ui.page.mouse.move(x - 1, y);
      await ui.page.keyboard.down("Control");
      await ui.page.mouse.move(x, y);
      await ui.page.mouse.click(x, y);
      await ui.page.keyboard.up("Control");
      return (await ui.page.locator(".tab.active", { hasText: opened }).count()) > 0;
    },
    60_000,
  );
}

test("a folded line of a log is opened whole by a click, and a place in a file by another", {
  timeout: 200_000,
}, async () => {
  await ui.rowMenu("Containers", "talker", "View Logs");
  await ui.terminalShows("disk is full left=0 {…}");
  await followLink("{…}", "Untitled");
  await until("the whole line", async () => (await ui.text()).includes('"msg": "disk is full"'));
  await ui.shot("whole-line");
  await ui.command("View: Revert and Close Editor");
  // The filter of the first test is still there.
  await ui.focusTerminal();
  await ui.page.keyboard.type("/");
  await ui.answer("Filter the log", "");
  await ui.terminalShows("at main (/app/src/main.js:2:7)");
  await followLink("/app/src/main.js:2:7", "main.js");
  await ui.shows("throw new Error()");
  await ui.shot("place-in-file");
});

/** Builds a Dockerfile of the workspace under a tag. */
async function build(dockerfile: string, tag: string): Promise<void> {
  await ui.openFile(dockerfile);
  await ui.command("Docker: Build Image…");
  await ui.answer("Tag of the image", tag);
  await ui.answer("Options");
}

test("a build that fails leads to its line; of two at once one ends and one is cancelled", {
  timeout: 200_000,
}, async () => {
  await build("Dockerfile", "broken:1");
  await ui.terminalShows("The build failed.");
  await ui.terminalShows(/Dockerfile:3: error: /);
  await ui.squiggles("error").first().waitFor();
  await ui.shot("build-failed");

  await build("slow.Dockerfile", "slow:1");
  await ui.terminalShows("begun");
  await build("quick.Dockerfile", "quick:1");
  await ui.terminalShows("Built quick:1");
  const built = await ui.notification("Built quick:1");
  for (const offer of ["Run…", "Push", "Inspect"]) await built.getByText(offer).waitFor();
  await ui.shot("built-beside");
  await ui.closeNotifications();
  await ui.page.locator(".terminal-tabs-entry", { hasText: "Build slow:1" }).click();
  await ui.terminalShows("begun");
  await ui.focusTerminal();
  await ui.page.keyboard.press("Control+C");
  await ui.terminalShows("cancelled");
  await ui.shot("build-cancelled");
});

test("a log, and a container that runs in a terminal, are there again after the window was reloaded", {
  timeout: 200_000,
}, async () => {
  await ui.openView("Images");
  await ui.rowMenu("Images", busybox.split(":")[1] ?? "", "Run Interactive");
  await ui.terminalShows("/ #");
  await ui.openView("Containers");
  await ui.rowMenu("Containers", "talker", "View Logs");
  await ui.page
    .locator(".terminal-tabs-entry, .single-terminal-tab", { hasText: "Logs: talker" })
    .first()
    .waitFor();
  await ui.terminalShows("disk is full");
  await ui.page.reload();
  await ui.openView("Containers");
  await ui.row("Containers", "talker").waitFor();
  const tab = (text: RegExp) => ui.page.locator(".terminal-tabs-entry").filter({ hasText: text });
  await tab(/Logs: talker/).click();
  await ui.terminalShows("disk is full");
  // The engine has named it: two words.
  await tab(/^\s*[a-z]+_[a-z0-9]+/).click();
  // A page that has just come may take the keyboard back for what it opens.
  await until("what is typed", async () => {
    await ui.typeLine("echo again-$((6*7))");
    await ui.page.waitForTimeout(500);
    return (await ui.terminal()).includes("again-42");
  });
  await ui.shot("reloaded");
  await ui.command("Terminal: Kill the Active Terminal Instance");
  const filters = encodeURIComponent(JSON.stringify({ ancestor: [busybox] }));
  const named = async () =>
    JSON.parse((await engine("GET", `/containers/json?filters=${filters}`)).body);
  await until("the end of what ran", async () =>
    (await named()).every(({ Names }: { Names: string[] }) => !/_/.test(String(Names))),
  );
});
