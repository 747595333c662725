// A Dockerfile written from nothing, as a learner types it: what is proposed, what is underlined,
// what a hover tells, a fix, a renamed stage, formatting.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Locator } from "playwright-core";
import { until } from "../../scripts/engine-api.ts";
import { pickFix } from "./fix.ts";
import { hoverShows } from "./reveal.ts";
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

/** Waits until the proposal is the chosen one; asks for the list where it did not come by itself. */
async function proposed(label: string): Promise<void> {
  const chosen = proposal(label).and(ui.page.locator(".focused")).first();
  const list = ui.page.locator(".suggest-widget.visible");
  await until(
    `the proposal ${label}`,
    async () => {
      if (await chosen.isVisible()) return true;
      // On a slow machine the server may not have been there when the letter was typed.
      await chosen.waitFor({ timeout: 4000 }).catch(() => {});
      if (!(await list.isVisible())) await ui.page.keyboard.press("Control+Space");
      return false;
    },
    60_000,
  );
}

/** Types, and takes a proposal. */
async function take(typed: string, label: string, result: string): Promise<void> {
  await ui.page.keyboard.type(typed, { delay: 30 });
  await proposed(label);
  await ui.page.keyboard.press("Enter");
  await ui.shows(result);
}

/** Types the rest of a line, which takes no proposal. */
async function write(rest: string): Promise<void> {
  await ui.page.keyboard.type(rest, { delay: 30 });
  await ui.shows(rest.trim());
  // Not Enter: a list of proposals that comes just now would take it for itself.
  await ui.page.keyboard.press("ControlOrMeta+Enter");
}

/** Points at a word until the hover has come. */
async function picture(at: Locator, text: string, name: string): Promise<void> {
  await hoverShows(at, text);
  await ui.shot(name);
  await ui.page.mouse.move(0, 0);
}

/** The word in the editor, where it stands first. */
const word = (line: string, text: string) =>
  ui.editor
    .locator(".view-line")
    .filter({ hasText: line })
    .locator("span span", { hasText: text })
    .first();

test("typing a Dockerfile from nothing", { timeout: 400_000 }, async () => {
  const { keyboard } = ui.page;
  await ui.openFile("Dockerfile");
  await ui.editor.locator(".view-lines").click();

  await take("F", "FROM", "FROM ");
  await take("node:2", "node:24-alpine", "FROM node:24-alpine");
  await write(" AS build");
  await write("WORKDIR /app");
  await keyboard.type("COPY ");
  await proposed("package.json");
  assert.equal(await proposal("node_modules").count(), 0, "what is ignored is not proposed");
  await ui.shot("paths");
  await take("pack", "package.json", "COPY package.json");
  await write(" ./");
  await keyboard.type("RUN ");
  await take("--mou", "--mount", "RUN --mount=");
  await ui.shot("mount");
  await take("type=ca", "cache", "RUN --mount=type=cache");
  await write(",target=/root/.npm npm ci");
  // The dot stays a dot, though a list with `.dockerignore` may have stood open.
  await keyboard.type("COPY . .", { delay: 30 });
  await keyboard.press("Enter");
  await write("from nginx:1.29-alpine");
  await write("COPY --from=biuld /app /usr/share/nginx/html");
  await ui.shot("typed");
  await ui.shows(/^COPY \. \.$/m);

  const typo = word("COPY --from", "biuld");
  await ui.squiggles("warning").nth(1).waitFor();
  await ui.shot("squiggles");
  await picture(word("WORKDIR", "WORKDIR"), "The working folder for the following", "hover");

  await typo.click();
  await pickFix(ui.page, /build/);
  await ui.shows("--from=build ");
  await ui.shot("fixed");

  await word("COPY --from", "build").click();
  await ui.rename("compiled");
  await ui.shows("AS compiled");
  await ui.shows("--from=compiled ");
  await ui.shot("renamed");

  await ui.command("Format Document");
  await ui.shows("FROM nginx:1.29-alpine");
  await ui.shot("formatted");
});
