// How commands fail on a real engine: the object has been removed meanwhile, or no engine listens.
import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { EngineObject, Kind } from "../../extension/engine/model/objects.ts";
import { commandTests } from "./command-tests.ts";
import { createImage, panel, start } from "./commands.ts";
import { cleanUp, labels, engine as raw } from "./engine.ts";
import { script } from "./scripted-vscode.ts";

const here = panel();
const nobody = panel("/tmp/dockwright-test-nobody.sock");
after(async () => {
  here.dispose();
  nobody.dispose();
  await cleanUp();
});

/** What a row still shows while its object is gone. */
async function remembered(): Promise<Partial<Record<Kind, EngineObject>>> {
  await start("failing-one");
  // Engines let a stopped container join what is not there.
  await start("failing-other");
  await createImage("failing/one:1");
  await raw("POST", "/volumes/create", { Name: "failing-one", Labels: labels });
  // Some engines of tests make no networks.
  const made = await raw("POST", "/networks/create", { Name: "failing-one", Labels: labels });
  const container = await here.object(
    "container",
    "failing-one",
    ({ state }) => state === "running",
  );
  await here.object("container", "failing-other", ({ state }) => state === "running");
  const image = await here.object("image", "failing/one:1");
  const volume = await here.object("volume", "failing-one");
  const network = made.status === 201 && (await here.object("network", "failing-one"));
  await raw("DELETE", `/containers/${container.id}?force=1`);
  await raw("DELETE", `/images/${image.id}?force=1`);
  await raw("DELETE", "/volumes/failing-one");
  if (network) await raw("DELETE", `/networks/${network.id}`);
  return { container, image, volume, ...(network && { network }) };
}

test("what is gone is not found, and nothing else is done", async (context) => {
  const rows = await remembered();
  for (const [id, { gone, state = "running", health }] of Object.entries(commandTests)) {
    const row = rows[id.split("s.")[0] as Kind];
    if (!gone || !row) continue;
    await context.test(id, async () => {
      script(...gone);
      const seen = row.kind === "container" ? { ...row, state, health } : row;
      await assert.rejects(here.run(id, [seen]), { kind: "notFound", message: /./ });
    });
  }
});

test("without an engine every command says so, and what to do", async (context) => {
  for (const [id, { gone, dead = gone && [] }] of Object.entries(commandTests)) {
    if (!dead) continue;
    await context.test(id, async () => {
      script(...dead);
      await assert.rejects(nobody.run(id), { kind: "unreachable", remedy: /./ });
    });
  }
});
