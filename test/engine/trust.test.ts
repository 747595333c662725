// A workspace that is not trusted asks no engine, until it is.
import "./scripted-vscode.ts";
import assert from "node:assert/strict";
import { test } from "node:test";
import { socket, until } from "./engine.ts";
import { settings, trust } from "./scripted-vscode.ts";

const { workspace } = (await import("vscode")) as unknown as { workspace: { isTrusted: boolean } };
const { Connection } = await import("../../extension/connections/connection.ts");

test("the engine is asked from the moment on that the workspace is trusted", async () => {
  settings.set("endpoint", `unix://${socket}`);
  workspace.isTrusted = false;
  const connection = new Connection();
  const watch = connection.watch();
  try {
    await assert.rejects(connection.engine(), { kind: "invalid", message: /trusted/ });
    assert.equal(connection.current, undefined);
    assert.deepEqual(connection.state.status, "untrusted");
    assert.match(connection.state.remedy, /Trust it/);

    workspace.isTrusted = true;
    trust.fire();
    await until("the connection", () => connection.state.status === "connected");
    assert.equal((await connection.engine()).endpoint.host, `unix://${socket}`);
  } finally {
    workspace.isTrusted = true;
    watch.dispose();
    connection.dispose();
    settings.delete("endpoint");
  }
});
