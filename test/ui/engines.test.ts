// An engine that is not in use, unfolded in the Engines view: what it holds, its menus, its end and return.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startEngine, type TestEngine } from "../../scripts/engine.ts";
import { api } from "../../scripts/engine-api.ts";
import { busybox, labels } from "../engine/engine.ts";
import { removeTemporary } from "../temporary.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

const config = mkdtempSync(join(tmpdir(), "dockwright-engines-"));
let second: TestEngine;
let ui: Workbench;
before(async () => {
  second = await startEngine("ui-second");
  if (!second.ours) return;
  const body = { Image: busybox, Cmd: ["sleep", "5000"], Labels: labels, StopTimeout: 0 };
  await api(second.socket, "POST", "/containers/create?name=far-away", body);
  await api(second.socket, "POST", "/containers/far-away/start");
  const id = createHash("sha256").update("second").digest("hex");
  mkdirSync(join(config, "contexts/meta", id), { recursive: true });
  const docker = { Host: `unix://${second.socket}`, SkipTLSVerify: false };
  writeFileSync(
    join(config, "contexts/meta", id, "meta.json"),
    JSON.stringify({ Name: "second", Metadata: {}, Endpoints: { docker } }),
  );
  ui = await openWorkbench({
    name: "engines",
    env: { DOCKER_CONFIG: config },
    size: { width: 1400, height: 1300 },
  });
});
after(async () => {
  await ui?.close();
  if (second?.ours) await second.stop();
  removeTemporary(config);
});

test("an engine that is not in use is unfolded, and used through its rows", {
  timeout: 300_000,
}, async (context) => {
  // A second engine is to be killed, too.
  if (!second.ours) return context.skip("no engine of our own can be had here");
  await ui.openView("Containers");
  await ui.openView("Engines");
  const row = (text: string | RegExp) => ui.row("Engines", text).first();
  await row(/^second/).click();
  await row("far-away").waitFor();
  await row(/connected .* not in use/).waitFor();
  await row(/^Images/).waitFor();
  await ui.row("Containers", "far-away").waitFor({ state: "hidden" });
  await ui.shot("unfolded");

  await ui.rowMenu("Engines", "far-away", "Stop");
  await row(/far-away.*exited/i).waitFor();
  await row(/^Images/).click();
  await row(busybox).waitFor();
  await ui.shot("images");

  await second.kill();
  await row("No engine listens at this address.").waitFor();
  await ui.shot("killed");
  await second.start();
  await row("far-away").waitFor();

  await row("far-away").click();
  await ui.page.keyboard.press("d");
  assert.match(await ui.dialog("Remove"), /far-away[\s\S]*Engine: second/);
  await row("far-away").waitFor({ state: "hidden" });
  await row(/^second/).click();
  await row(/^Images/).waitFor({ state: "hidden" });
  await ui.shot("folded");
});
