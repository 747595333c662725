// What the Containers view says while the engine may not be used, is dead or is not there, and
// that it heals by itself, with a real engine that is refused, killed, stopped and started again.
import { chmodSync, chownSync } from "node:fs";
import { after, before, test } from "node:test";
import { startEngine, type TestEngine } from "../../scripts/engine.ts";
import { api } from "../../scripts/engine-api.ts";
import { busybox, labels } from "../engine/engine.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

const nobody = 65534;
// Root may open every socket: this root may not, as little as anybody else.
const withoutPower = ["setpriv", "--bounding-set=-dac_override", "--inh-caps=-dac_override"];

let own: TestEngine;
let ui: Workbench;
before(async () => {
  own = await startEngine("ui-states");
  if (!own.ours) return;
  const path = "/containers/create?name=survivor";
  await api(own.socket, "POST", path, { Image: busybox, Labels: labels });
  chownSync(own.socket, nobody, nobody);
  chmodSync(own.socket, 0o600);
  ui = await openWorkbench({
    name: "engine-states",
    engine: `unix://${own.socket}`,
    through: withoutPower,
  });
});
after(async () => {
  await ui?.close();
  await own?.stop();
});

async function says(text: string): Promise<void> {
  await ui.view("Containers").getByText(text).waitFor();
  await ui.row("Containers", "survivor").waitFor({ state: "hidden" });
}

const heals = () => ui.row("Containers", "survivor").waitFor();

test("the view says what hinders it and heals by itself", { timeout: 300_000 }, async (context) => {
  // A person's own engine is not to be killed; in CI we have one of our own.
  if (!own.ours) return context.skip("the engine is not ours");

  await ui.openView("Images");
  await ui.openView("Containers");
  await says("You have no permission to use the Docker engine.");
  await ui.shot("denied");
  chownSync(own.socket, 0, 0);
  await heals();
  await ui.shot("allowed");

  await own.kill();
  await says("No Docker engine answers.");
  await ui.shot("killed");
  await own.start();
  await heals();
  await ui.shot("back");

  await own.stop();
  await says("No Docker engine answers.");
  await ui.openView("Engines");
  await ui.row("Engines", "No engine listens at this address.").waitFor();
  await ui.shot("stopped");
  await own.start();
  await heals();
  await ui.shot("back-again");
});
