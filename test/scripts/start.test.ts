// When `npm start` opens the desktop's VS Code.
import assert from "node:assert/strict";
import { delimiter, join } from "node:path";
import { test } from "node:test";
import { desktopLine } from "../../scripts/start/desktop.ts";

const here = (path: string) => path === join("/tools", "code");
const env = { PATH: ["/other", "/tools"].join(delimiter), DISPLAY: ":0" };

test("`code` on PATH is opened where a window can be shown", () => {
  assert.equal(desktopLine(env, "linux", 1000, here), join("/tools", "code"));
  assert.equal(desktopLine({ PATH: env.PATH }, "darwin", 501, here), join("/tools", "code"));
});

test("not as root, without a screen, in a remote terminal, or when there is none", () => {
  assert.equal(desktopLine(env, "linux", 0, here), undefined);
  assert.equal(desktopLine({ PATH: env.PATH }, "linux", 1000, here), undefined);
  assert.equal(desktopLine({ ...env, VSCODE_IPC_HOOK_CLI: "/x" }, "linux", 1000, here), undefined);
  assert.equal(
    desktopLine(env, "linux", 1000, () => false),
    undefined,
  );
});
