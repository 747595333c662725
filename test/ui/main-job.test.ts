// The main job, as a beginner does it: from a Dockerfile with a mistake to a container that is
// built, run, looked at, used and removed, without a command line.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort } from "../../scripts/editor.ts";
import { until } from "../../scripts/engine-api.ts";
import { publishedPage } from "../../scripts/engine-network.ts";
import { cleanUp, engine, socket } from "../engine/engine.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

const dockerfile = `# A site of one page, served by busybox.
FROM busybox:1.35
LABEL dockwright.test=1
MAINTAINER somebody@example.com
WORKDIR /www
COPY site/ ./
EXPOSE 80
CMD ["httpd", "-f", "-v", "-p", "80", "-h", "/www"]
`;

let ui: Workbench;
before(async () => {
  ui = await openWorkbench({
    name: "main-job",
    // One row for each image: in the groups by repository they have short names.
    settings: { "dockwright.images.groupBy": "none" },
    files: {
      Dockerfile: dockerfile,
      "site/index.html": "<h1>It works</h1>\n",
    },
  });
});
after(async () => {
  await ui?.close();
  await cleanUp();
});

test("from a Dockerfile with a mistake to a removed container", { timeout: 300_000 }, async () => {
  const port = await freePort();
  const view = await ui.openView("Containers");
  await view.getByText("No containers yet.").waitFor();
  await ui.shot("no-containers");

  await ui.openFile("Dockerfile");
  await ui.squiggles("warning").first().waitFor();
  await ui.shot("squiggle");
  await ui.fixNext(/LABEL/);
  await until("the fix", async () => !(await ui.text()).includes("MAINTAINER"));
  await ui.squiggles("warning").first().waitFor({ state: "hidden" });
  await ui.shot("fixed");

  await ui.command("Docker: Build Image…");
  await ui.question("Tag of the image");
  await ui.shot("build-asks");
  await ui.answer("Tag of the image", "site:first");
  await ui.answer("Options");
  await ui.terminalShows("Built site:first");
  await until(
    "the image",
    async () => (await engine("GET", "/images/site:first/json")).status === 200,
  );
  await ui.shot("built");
  assert.doesNotMatch(readFileSync(join(ui.workspace, "Dockerfile"), "utf8"), /MAINTAINER/);

  await ui.openView("Images");
  await ui.row("Images", "first").waitFor();
  // What the instruction added to the image stands behind it now.
  const copied = ui.editor.locator(".view-line").filter({ hasText: "COPY" });
  await copied.filter({ hasText: /18\sB/ }).waitFor();
  await ui.shot("sizes");
  await ui.rowButton("Images", "first", "Run Image…");
  const form = "Change what you need, then run";
  const hint = "Empty: the image's or the engine's own";
  await ui.pick(form, "Name");
  await ui.answer(hint, "my-site");
  await ui.pick(form, "Ports");
  await ui.answer(hint, `${port}:80`);
  await ui.question(form);
  await ui.shot("run-asks");
  await ui.pick(form, "Run in the background");
  await ui.row("Containers", "my-site").filter({ hasText: "running" }).waitFor();
  await ui.shot("running");
  await until("the page", () => publishedPage(socket, port).includes("It works"));

  await ui.rowButton("Containers", "my-site", "Open Shell");
  await ui.terminalShows("/www #");
  await ui.typeLine("echo $((6 * 7)) from $PWD");
  await ui.terminalShows("42 from /www");
  await ui.shot("shell");

  await ui.rowMenu("Containers", "my-site", "View Logs");
  await ui.terminalShows("response:200");
  await ui.shot("logs");

  await ui.rowButton("Containers", "my-site", "Stop");
  await ui.row("Containers", "my-site").filter({ hasText: "exited" }).waitFor();
  await ui.shot("stopped");
  await ui.rowMenu("Containers", "my-site", "Remove…");
  await ui.page.locator(".monaco-dialog-box").waitFor();
  await ui.shot("remove-asks");
  assert.match(await ui.dialog("Remove"), /my-site/);
  await ui.row("Containers", "my-site").waitFor({ state: "hidden" });
  await view.getByText("No containers yet.").waitFor();
  await ui.shot("removed");
});
