// A VS Code in the browser with the packaged extension installed, as a person uses it: what UI
// tests may do with it, in the words of a person. Everything here waits until it is so (60 s).
//
//   const ui = await openWorkbench({ name: "my-test", workspace: "samples" });
//   after(() => ui.close());
//   await ui.openView("Containers");
//   await ui.rowButton("Containers", "web", "Stop");
//   await ui.command("Docker: Pull Image…");
//   await ui.answer("Image", "nginx:1.27");      // what is asked (part of it), the answer
//   await ui.shot("asked");                      // test/ui/screenshots/my-test/01-asked.png
//
// `npm run test:ui [part of a file's name]` makes the VSIX, an engine and fetches what is missing.
// Look at the pictures of every new test: that is half of what it is for.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach } from "node:test";
import type { Locator, Page } from "playwright-core";
import { until } from "../../scripts/engine-api.ts";
import { type Begun, begin, type WorkbenchOptions } from "./begin.ts";
import { goToProblem, pickFix, renameTo } from "./fix.ts";
import { QuickInput } from "./quick-input.ts";
import { clickInRow, insist, menuEntry } from "./reveal.ts";
import { logged, seen } from "./seen.ts";
import { slowed } from "./slow.ts";
import { exactly, inOrder, ordinary, patience } from "./texts.ts";

/** Those that are open, to be looked at when a test has failed. */
const open = new Set<Workbench>();
afterEach(async (context) => {
  // The types of node do not know yet that a test tells this.
  if (!(context as { passed?: boolean }).passed)
    for (const ui of open) console.log(await ui.tell().catch(String));
});

/** Starts the editor, opens its page and waits until it stands. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const begun = await begin(options);
  const ui = new Workbench(begun);
  open.add(ui);
  const { page } = begun;
  try {
    await page.goto(await slowed(page, begun.url), { timeout: 2 * patience });
    await page
      .locator(".activitybar .action-item")
      .first()
      .waitFor({ timeout: 2 * patience });
  } catch (error) {
    console.log(await ui.tell().catch(String));
    await ui.close();
    throw error;
  }
  return ui;
}

export class Workbench {
  /** The page itself, for what is not here. */
  readonly page: Page;
  readonly workspace: string;
  readonly #begun: Begun;
  readonly #quick: QuickInput;
  #count = 0;

  constructor(begun: Begun) {
    this.page = begun.page;
    this.workspace = begun.workspace;
    this.#begun = begun;
    this.#quick = new QuickInput(this.page);
  }

  /** Ends all. The last picture shows where a test that failed stood still. */
  async close(): Promise<void> {
    open.delete(this);
    await this.shot("end");
    await this.#begun.end();
  }

  /** What can be seen and what the logs say, for the log of a test that has failed. */
  async tell(): Promise<string> {
    const { data, editor } = this.#begun;
    return `${await seen(this.page)}\n${logged(data, editor.log())}`;
  }

  /** A numbered screenshot. No test fails for want of a picture. */
  async shot(name: string): Promise<void> {
    const number = String(++this.#count).padStart(2, "0");
    const path = join(this.#begun.shots, `${number}-${name}.png`);
    await this.page.screenshot({ path }).catch((error) => console.log(`no picture: ${error}`));
  }

  /** A view of the Docker container by its title, such as `Containers`. */
  view(title: string): Locator {
    return this.page.locator(`.pane:has(> .pane-header[aria-label^="${title}"])`);
  }

  /** Opens the Docker icon of the activity bar and unfolds the view. */
  async openView(title: string): Promise<Locator> {
    const icon = this.page.locator('.activitybar .action-item:has(a[aria-label^="Docker"])');
    const header = this.view(title).locator("> .pane-header");
    const open = header.and(this.page.locator("[aria-expanded=true]"));
    // A click on the icon of what is open closes it, and a page that has just come opens it by itself.
    await insist(`the view ${title}`, async () => {
      if (await open.isVisible()) return;
      if (await header.isVisible()) await header.click({ timeout: 5000 });
      else {
        await icon.click({ timeout: 5000 });
        await header.waitFor({ timeout: 10_000 });
      }
      await open.waitFor({ timeout: 3000 });
    });
    return this.view(title);
  }

  /** The rows of a view whose text (label and description) holds `text`. */
  row(view: string, text: string | RegExp): Locator {
    return this.view(view).locator(".monaco-list-row").filter({ hasText: text });
  }

  #list(view: string): Locator {
    return this.view(view).locator(".monaco-list").first();
  }

  /** Clicks a button that stands in a row; it shows when the pointer is there. */
  async rowButton(view: string, text: string | RegExp, button: string): Promise<void> {
    const row = this.row(view, text).first();
    const label = row.locator(`.action-label[aria-label^="${button}"]`).first();
    await clickInRow(row, this.#list(view), label);
  }

  /** Picks an entry of a row's context menu; before it stand the submenus that lead to it. */
  async rowMenu(view: string, text: string | RegExp, ...entries: string[]): Promise<void> {
    await menuEntry(this.row(view, text).first(), this.#list(view), entries);
    // A click right after the menu came up counts as the end of the one that opened it.
    await this.page.keyboard.press("Enter");
    await this.page.locator(".monaco-menu").first().waitFor({ state: "hidden" });
  }

  /** Runs a command from the palette by its whole title. */
  async command(title: string): Promise<void> {
    await this.#quick.take("F1", ">", title, this.#quick.row(exactly(title)));
  }

  /** Waits for the question (part of its title, hint or placeholder). */
  async question(text: string, limit = patience): Promise<void> {
    await this.#quick.question(text, limit);
  }

  /** Writes an answer to a question and confirms it; `undefined` takes what is there. */
  async answer(question: string, text?: string): Promise<void> {
    await this.#quick.answer(question, text);
  }

  /** Names the file to save as. */
  async saveAs(question: string, path: string): Promise<void> {
    await this.#quick.saveAs(question, path);
  }

  /** Picks a row of a list that asks. */
  async pick(question: string, label: string): Promise<void> {
    await this.#quick.pick(question, label);
  }

  /** Ticks rows of a list that asks for many, and confirms it. */
  async tick(question: string, ...labels: string[]): Promise<void> {
    for (const label of labels) await this.#quick.tick(question, label);
    await this.#quick.answer(question);
  }

  /** Presses a button of a modal dialog; gives what the dialog said. */
  async dialog(button: string): Promise<string> {
    const box = this.page.locator(".monaco-dialog-box");
    await box.waitFor();
    const text = await box.innerText();
    await box.getByRole("button", { name: button, exact: true }).click();
    await box.waitFor({ state: "hidden" });
    return text;
  }

  /** Waits for a notification with this text. The driver of tests shows none: they are behind the bell. */
  async notification(text: string | RegExp): Promise<Locator> {
    const center = this.page.locator(".notifications-center");
    const one = center.locator(".notification-list-item").filter({ hasText: text }).first();
    await insist(`the notification ${text}`, async () => {
      if (!(await center.isVisible())) await this.#bell.click({ timeout: 5000 });
      await one.waitFor({ timeout: 10_000 });
    });
    return one;
  }

  /** Closes the list of notifications. */
  async closeNotifications(): Promise<void> {
    const center = this.page.locator(".notifications-center");
    await insist("the end of the notifications", async () => {
      if (await center.isVisible()) await this.#bell.click({ timeout: 5000 });
      await center.waitFor({ state: "hidden", timeout: 3000 });
    });
  }

  get #bell(): Locator {
    return this.page.locator("[id='status.notifications']");
  }

  /** Opens a file of the workspace in an editor. */
  async openFile(path: string): Promise<void> {
    const [name = "", ...folders] = path.split("/").reverse();
    let row = this.#quick.row(exactly(name));
    const folder = folders.reverse().join("/");
    if (folder) {
      const description = this.page.locator(".label-description", { hasText: exactly(folder) });
      row = row.filter({ has: description });
    }
    await insist(`${path} in the editor`, async () => {
      await this.#quick.take("ControlOrMeta+P", "", path, row);
      await this.whenOpen(name, 15_000);
    });
  }

  /** Waits until a file of this name is the one in the editor. */
  async whenOpen(name: string, timeout = patience): Promise<void> {
    await this.#group.locator(`.tab.active[data-resource-name="${name}"]`).waitFor({ timeout });
    await this.editor.locator(".view-line").first().waitFor({ timeout });
  }

  /** Saves the file in the editor, and waits until what is on the disk fits. */
  async save(path: string, fits: (text: string) => boolean): Promise<void> {
    let last = "";
    const saved = () => {
      last = readFileSync(join(this.workspace, path), "utf8");
      return fits(last);
    };
    await until(`${path} saved`, async () => {
      await this.page.keyboard.press("ControlOrMeta+S");
      return until("the file", saved, 3000).catch(() => false);
    }).catch((error) => {
      throw new Error(`${error}; it holds:\n${last}`);
    });
  }

  get #group(): Locator {
    return this.page.locator(".editor-group-container.active");
  }

  /** The editor in use. */
  get editor(): Locator {
    return this.#group.locator(".monaco-editor").first();
  }

  /** Squiggles of a severity in the editor. */
  squiggles(severity: "error" | "warning" | "info" | "hint" = "warning"): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** Goes to the next problem, opens the light bulb's menu and applies the fix of this title. */
  async fixNext(title: string | RegExp): Promise<void> {
    await pickFix(this.page, title, () => goToProblem(this.page, this.editor));
  }

  /** Renames what the caret stands on. */
  async rename(name: string): Promise<void> {
    await renameTo(this.page, name);
  }

  /** The text of the editor in use, as far as it is on the screen; empty while there is none. */
  async text(): Promise<string> {
    const lines = await this.editor.locator(".view-line").evaluateAll(inOrder);
    return ordinary(lines.join("\n"));
  }

  /** Waits until the editor in use shows this. */
  async shows(text: string | RegExp): Promise<void> {
    await this.#holds("the editor", text, () => this.text());
  }

  /** What the terminal in use shows; terminals that stand side by side are one below the other. */
  async terminal(): Promise<string> {
    const rows = this.page.locator(".terminal-wrapper.active .xterm-rows");
    return ordinary((await rows.allInnerTexts()).join("\n"));
  }

  /** Waits until the terminal in use shows this. */
  async terminalShows(text: string | RegExp): Promise<void> {
    await this.#holds("the terminal", text, () => this.terminal());
  }

  async #holds(what: string, text: string | RegExp, read: () => Promise<string>): Promise<void> {
    const has = (all: string) => (typeof text === "string" ? all.includes(text) : text.test(all));
    await until(`${what} shows ${text}`, async () => has(await read()), patience);
  }

  /** Gives the keyboard to the terminal in use, of several the last one. */
  async focusTerminal(): Promise<void> {
    await this.page.locator(".terminal-wrapper.active .xterm-helper-textarea").last().focus();
  }

  /** Types a line into the terminal in use. */
  async typeLine(line: string): Promise<void> {
    await this.focusTerminal();
    await this.page.keyboard.type(`${line}\n`);
  }
}
