// What the real layers need around them: an engine, an editor, a browser, the packaged extension.

import { usesDesktop } from "../../test/host/desktop.ts";
import { provideBrowser } from "../browser.ts";
import { isDebianRoot } from "../debian.ts";
import { provideEditor, provideVsix } from "../editor.ts";
import { startEngine } from "../engine.ts";
import { removeLabelled } from "../engine-api.ts";
import { wishedKind } from "../engine-kinds.ts";
import { homes, inOwnHome } from "./homes.mjs";

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

/** An engine of another kind, which only root on Debian can have. */
export async function otherEngine(kind) {
  if (!isDebianRoot()) throw new Error("only root on Debian can unpack another engine");
  return engineSurroundings(kind);
}

/**
 * The newest and the oldest VS Code and a browser to show them in; a desktop brings its own. Where no
 * engine can be had, only the tests that need one are left out.
 */
export async function hostSurroundings() {
  // A desktop's windows need the person's own surroundings.
  if (usesDesktop()) return { env: {}, stop: async () => {} };
  provideBrowser();
  provideEditor("newest");
  provideEditor("oldest");
  return engineSurroundings().catch((error) => {
    console.log(`The tests of tasks are left out: ${error?.message ?? error}`);
    return inOwnHome();
  });
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
