// Terminals on containers and builds as a person uses them: a shell that follows the panel's size,
// a log that is filtered, a build that fails and one that is cancelled.
import assert from "node:assert/strict";
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

test("a folded line of a log is opened whole by a click", { timeout: 200_000 }, async () => {
  await ui.rowMenu("Containers", "talker", "View Logs");
  await ui.terminalShows("disk is full left=0 {…}");
  const mark = ui.page.locator(".terminal-wrapper.active .xterm-rows span", { hasText: "{…}" });
  await until(
    "the link",
    async () => {
      const box = await mark.last().boundingBox();
      if (!box) return false;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await ui.page.mouse.move(x - 1, y);
      await ui.page.keyboard.down("Control");
      await ui.page.mouse.move(x, y);
      await ui.page.mouse.click(x, y);
      await ui.page.keyboard.up("Control");
      const tab = ui.page.locator(".tab.active", { hasText: "Untitled" });
      return (await tab.count()) > 0;
    },
    60_000,
  );
  await until("the whole line", async () => (await ui.text()).includes('"msg": "disk is full"'));
  await ui.shot("whole-line");
  await ui.command("View: Revert and Close Editor");
});

test("a build that fails leads to its line; one that is cancelled ends", {
  timeout: 200_000,
}, async () => {
  await ui.openFile("Dockerfile");
  await ui.command("Docker: Build Image…");
  await ui.answer("Tag of the image", "broken:1");
  await ui.answer("Options");
  await ui.terminalShows("The build failed.");
  await ui.terminalShows(/Dockerfile:3: error: /);
  await ui.squiggles("error").first().waitFor();
  await ui.shot("build-failed");

  await ui.openFile("slow.Dockerfile");
  await ui.command("Docker: Build Image…");
  await ui.answer("Tag of the image", "slow:1");
  await ui.answer("Options");
  await ui.terminalShows("begun");
  await ui.focusTerminal();
  await ui.page.keyboard.press("Control+C");
  await ui.terminalShows("cancelled");
  await ui.shot("build-cancelled");
});

test("a log is there again after the window was reloaded", { timeout: 200_000 }, async () => {
  await ui.rowMenu("Containers", "talker", "View Logs");
  await ui.page
    .locator(".terminal-tabs-entry, .single-terminal-tab", { hasText: "Logs: talker" })
    .first()
    .waitFor();
  await ui.terminalShows("disk is full");
  await ui.page.reload();
  await ui.openView("Containers");
  await ui.row("Containers", "talker").waitFor();
  await ui.terminalShows("disk is full");
  await ui.shot("reloaded");
});
