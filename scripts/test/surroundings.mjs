// What the real layers need around them: an engine, an editor, a browser, the packaged extension.

import { startEngine } from "../engine.ts";
import { removeLabelled } from "../engine-api.ts";

/** An engine of its own for the layer. */
export async function engineSurroundings() {
  const engine = await startEngine("test");
  return {
    env: {
      DOCKWRIGHT_TEST_SOCKET: engine.socket,
      DOCKWRIGHT_TEST_PORTS: engine.portsReachable ? "1" : "0",
    },
    again: async () => {
      await removeLabelled(engine.socket).catch(() => {});
      await engine.stop();
      await engine.start();
    },
    stop: () => engine.stop(),
  };
}
