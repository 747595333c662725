// A Dockerfile written from nothing, as a learner types it: what is proposed, what is underlined,
// what a hover tells, a fix, a renamed stage, formatting.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { until } from "../../scripts/engine-api.ts";
import { pickFix } from "./fix.ts";
import { openWorkbench, type Workbench } from "./workbench.ts";

let ui: Workbench;
before(async () => {
  ui = await openWorkbench({
    name: "dockerfile-typing",
    files: {
      Dockerfile: "",
      ".dockerignore": "node_modules\n",
      "package.json": '{ "name": "shop" }\n',
      "src/server.js": "",
      "node_modules/left/index.js": "",
    },
  });
});
after(() => ui?.close());

/** The rows of the list of proposals. */
const proposal = (label: string) =>
  ui.page
    .locator(".suggest-widget.visible .monaco-list-row")
    .filter({ has: ui.page.locator(".label-name", { hasText: label }) });

const shows = (text: string) =>
  until(`the text “${text}”`, async () => (await ui.text()).includes(text), 60_000).catch(
    async (error: unknown) => {
      throw new Error(`${error}\nThe editor shows:\n${await ui.text()}`);
    },
  );

/** Types, waits for the proposal, and takes it as soon as it is the chosen one. */
async function take(typed: string, label: string, result: string): Promise<void> {
  const chosen = proposal(label).and(ui.page.locator(".focused"));
  await ui.page.keyboard.type(typed, { delay: 30 });
  await chosen.waitFor();
  await ui.page.keyboard.press("Enter");
  await shows(result);
}

/** Types a line that takes no proposal, and makes sure that Enter took none either. */
async function write(line: string): Promise<void> {
  await ui.page.keyboard.type(line, { delay: 30 });
  await shows(line);
  await ui.page.keyboard.press("Escape");
  await ui.page.keyboard.press("Enter");
}

/** The word in the editor, where it stands first. */
const word = (line: string, text: string) =>
  ui.editor
    .locator(".view-line")
    .filter({ hasText: line })
    .locator("span span", { hasText: text })
    .first();

test("typing a Dockerfile from nothing", { timeout: 300_000 }, async () => {
  const { keyboard } = ui.page;
  await ui.openFile("Dockerfile");
  await ui.editor.locator(".view-lines").click();

  await take("F", "FROM", "FROM ");
  await take("node:2", "node:24-alpine", "FROM node:24-alpine");
  await write(" AS build");
  await write("WORKDIR /app");
  await keyboard.type("COPY ");
  await proposal("package.json").waitFor();
  assert.equal(await proposal("node_modules").count(), 0, "what is ignored is not proposed");
  await ui.shot("paths");
  await take("pack", "package.json", "COPY package.json");
  await write(" ./");
  await keyboard.type("RUN ");
  await take("--mou", "--mount", "RUN --mount=");
  await ui.shot("mount");
  await take("type=ca", "cache", "RUN --mount=type=cache");
  await write(",target=/root/.npm npm ci");
  // The dot stays a dot, though a list with `.dockerignore` may stand open.
  await keyboard.type("COPY . .", { delay: 30 });
  await keyboard.press("Enter");
  await shows("COPY . .\n");
  await write("from nginx:1.29-alpine");
  await write("COPY --from=buidl /app /usr/share/nginx/html");
  await ui.shot("typed");

  await ui.squiggles("error").first().waitFor({ timeout: 60_000 }).catch(() => {});
  await ui.squiggles("warning").first().waitFor();
  await ui.shot("squiggles");

  await word("WORKDIR", "WORKDIR").hover();
  const hover = ui.page.locator(".monaco-hover:visible");
  await hover.filter({ hasText: "The folder for the instructions that follow" }).first().waitFor();
  await ui.shot("hover");
  await keyboard.press("Escape");

  await word("buidl", "buidl").click();
  await pickFix(ui.page, "build");
  await shows("--from=build ");
  await ui.shot("fixed");
});
