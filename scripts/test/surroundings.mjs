// What the real layers need around them: an engine, an editor, a browser, the packaged extension.

import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { usesDesktop } from "../../test/host/desktop.ts";
import { removeTemporary } from "../../test/temporary.ts";
import { provideBrowser } from "../browser.ts";
import { isDebianRoot } from "../debian.ts";
import { provideEditor, provideVsix } from "../editor.ts";
import { startEngine } from "../engine.ts";
import { removeLabelled } from "../engine-api.ts";
import { wishedKind } from "../engine-kinds.ts";

/** An engine of its own for the layer, of the kind that is named or that the environment asks for. */
export async function engineSurroundings(kind = wishedKind()) {
  const name = kind === "debian" ? "test" : `test-${kind}`;
  let engine = await startEngine(name, { kind });
  const home = homes();
  const env = {
    DOCKWRIGHT_TEST_ENGINE: kind,
    DOCKWRIGHT_TEST_SOCKET: engine.socket,
    DOCKWRIGHT_TEST_PORTS: engine.portsReachable ? "1" : "0",
  };
  return {
    env,
    // Who has no engine of their own for tests has the tests find theirs.
    refresh: async () => void Object.assign(env, engine.ours ? home.next() : {}),
    // What the first run has left bears perhaps no label: an engine of ours begins with nothing.
    again: async () => {
      await removeLabelled(engine.socket).catch(() => {});
      if (!engine.ours) return;
      engine = await startEngine(name, { kind });
      env.DOCKWRIGHT_TEST_PORTS = engine.portsReachable ? "1" : "0";
    },
    stop: async () => {
      home.remove();
      await engine.stop();
    },
  };
}

/**
 * A new home for each file, without anything that a person, or the file before, has set up for docker, Compose
 * and ssh. Compose, for one, locks a project for its `watch` by a file that it leaves there: one of long ago
 * names a process that may be another one by now, and Compose then refuses.
 */
function homes() {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-home-"));
  const settings = /^(DOCKER|COMPOSE|BUILDX|BUILDKIT|XDG)_|^SSH_AUTH_SOCK$/;
  const foreign = Object.keys(process.env).filter((name) => settings.test(name));
  let count = 0;
  return {
    next() {
      const home = join(folder, String(++count));
      const run = join(home, "run");
      mkdirSync(run, { recursive: true, mode: 0o700 });
      const unset = Object.fromEntries(foreign.map((name) => [name, undefined]));
      return { ...unset, HOME: home, XDG_RUNTIME_DIR: run };
    },
    remove: () => removeTemporary(folder),
  };
}

/** An engine of another kind, which only root on Debian can have. */
export async function otherEngine(kind) {
  if (!isDebianRoot()) throw new Error("only root on Debian can unpack another engine");
  return engineSurroundings(kind);
}

/** The newest and the oldest VS Code and a browser to show them in; a desktop brings its own. */
export async function hostSurroundings() {
  if (!usesDesktop()) {
    provideBrowser();
    provideEditor("newest");
    provideEditor("oldest");
  }
  return { env: {}, stop: async () => {} };
}

/** The packaged extension, the newest VS Code, a browser and an engine. */
export async function uiSurroundings() {
  provideBrowser();
  provideEditor("newest");
  const vsix = provideVsix();
  const engine = await engineSurroundings();
  Object.assign(engine.env, { DOCKWRIGHT_TEST_VSIX: vsix });
  return engine;
}
