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
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { startBrowser } from "../../scripts/browser.ts";
import { type Editor, type EditorVersion, startEditor } from "../../scripts/editor.ts";
import { until } from "../../scripts/engine-api.ts";
import { goToProblem, pickFix } from "./fix.ts";
import { clickInRow, reveal } from "./reveal.ts";
import { exactly, ordinary } from "./texts.ts";

export interface WorkbenchOptions {
  /** The folder of the screenshots. */
  readonly name: string;
  /** A folder of the project; the workspace is a copy of it. */
  readonly workspace?: string;
  /** More files of the workspace: path → text. */
  readonly files?: Readonly<Record<string, string>>;
  /** The engine's address; the test engine's when missing. */
  readonly engine?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  /** A program that starts the editor, as for `startEditor`. */
  readonly through?: readonly string[];
  readonly size?: { readonly width: number; readonly height: number };
  readonly version?: EditorVersion;
  /** VS Code's display language, such as `ko`; its own texts stay English. */
  readonly language?: string;
}

/** What `close` ends and removes. */
type Owned = { readonly browser: Browser; readonly editor: Editor; readonly folder: string };

const patience = 60_000;

/** Starts the editor, opens its page and waits until it stands. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-ui-"));
  const workspace = join(folder, "workspace");
  mkdirSync(workspace);
  if (options.workspace) cpSync(resolve(options.workspace), workspace, { recursive: true });
  for (const [path, text] of Object.entries(options.files ?? {})) {
    mkdirSync(join(workspace, path, ".."), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const engine = options.engine ?? `unix://${process.env.DOCKWRIGHT_TEST_SOCKET}`;
  const editor = await startEditor({
    version: options.version ?? "newest",
    data: join(folder, "data"),
    vsix: process.env.DOCKWRIGHT_TEST_VSIX ?? resolve("dockwright.vsix"),
    env: { DOCKER_HOST: engine, DOCKER_CONFIG: join(folder, "docker"), ...options.env },
    ...(options.settings && { settings: options.settings }),
    ...(options.through && { through: options.through }),
  });
  const shots = resolve("test/ui/screenshots", options.name);
  rmSync(shots, { recursive: true, force: true });
  const browser = await startBrowser(options.language);
  const page = await browser.newPage({ viewport: options.size ?? { width: 1280, height: 800 } });
  page.setDefaultTimeout(patience);
  if (options.language)
    await page.addInitScript(`globalThis._VSCODE_NLS_LANGUAGE = "${options.language}"`);
  await page.goto(editor.url(workspace));
  await page.locator(".activitybar .action-item").first().waitFor();
  return new Workbench(page, workspace, shots, { browser, editor, folder });
}

export class Workbench {
  /** The page itself, for what is not here. */
  readonly page: Page;
  readonly workspace: string;
  readonly #shots: string;
  readonly #owned: Owned;
  #count = 0;

  constructor(page: Page, workspace: string, shots: string, owned: Owned) {
    this.page = page;
    this.workspace = workspace;
    this.#shots = shots;
    this.#owned = owned;
  }

  /** Ends all. The last picture shows where a test that failed stood still. */
  async close(): Promise<void> {
    await this.shot("end").catch(() => {});
    await this.#owned.browser.close();
    await this.#owned.editor.stop();
    rmSync(this.#owned.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  /** A numbered screenshot. */
  async shot(name: string): Promise<void> {
    const number = String(++this.#count).padStart(2, "0");
    await this.page.screenshot({ path: join(this.#shots, `${number}-${name}.png`) });
  }

  /** A view of the Docker container by its title, such as `Containers`. */
  view(title: string): Locator {
    return this.page.locator(`.pane:has(> .pane-header[aria-label^="${title}"])`);
  }

  /** Opens the Docker icon of the activity bar and unfolds the view. */
  async openView(title: string): Promise<Locator> {
    const icon = this.page.locator('.activitybar .action-item:has(a[aria-label^="Docker"])');
    await icon.waitFor();
    if (!/checked/.test((await icon.getAttribute("class")) ?? "")) await icon.click();
    const header = this.view(title).locator("> .pane-header");
    await header.waitFor();
    if ((await header.getAttribute("aria-expanded")) !== "true") await header.click();
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
    const row = this.row(view, text).first();
    await reveal(row, this.#list(view));
    await row.click({ button: "right" });
    for (const entry of entries) {
      const label = this.page.locator(`.action-label[aria-label="${entry}"]`);
      const item = this.page.locator(".monaco-menu .action-item").filter({ has: label }).last();
      // A click right after the menu came up counts as the end of the one that opened it.
      await item.hover();
      await item.and(this.page.locator(".focused")).waitFor();
      await this.page.keyboard.press(entry === entries.at(-1) ? "Enter" : "ArrowRight");
    }
    await this.page.locator(".monaco-menu").first().waitFor({ state: "hidden" });
  }

  /** The box at the top in which VS Code asks. */
  get #asked(): Locator {
    return this.page.locator(".quick-input-widget").filter({ visible: true });
  }

  /** Runs a command from the palette by its whole title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.#asked.locator("input[type=text]").first().fill(`>${title}`);
    await this.#choice(exactly(title)).click();
  }

  /** A row of the list that asks. */
  #choice(label: string | RegExp): Locator {
    const name = this.page.locator(".label-name", { hasText: label });
    return this.#asked.locator(".monaco-list-row").filter({ has: name }).first();
  }

  /** Waits for the question (part of its title, hint or placeholder). */
  async question(text: string): Promise<void> {
    await until(
      `the question “${text}”`,
      async () => {
        const box = this.#asked;
        if ((await box.count()) === 0) return false;
        const hint = await box.locator("input[type=text]").first().getAttribute("placeholder");
        return `${await box.innerText()}\n${hint}`.includes(text);
      },
      patience,
    );
  }

  /** Writes an answer to a question and confirms it; `undefined` takes what is there. */
  async answer(question: string, text?: string): Promise<void> {
    await this.question(question);
    const input = this.#asked.locator("input[type=text]").first();
    if (text !== undefined) await input.fill(text);
    await input.press("Enter");
    await this.#gone(question);
  }

  /** Names the file to save as. The dialog writes its own proposal late, over what stands there. */
  async saveAs(question: string, path: string): Promise<void> {
    await this.question(question);
    const name = this.#asked.locator("input[type=text]").first();
    await until("the proposed name", async () => !(await name.inputValue()).endsWith("/"));
    await this.answer(question, path);
  }

  /** Picks a row of a list that asks. */
  async pick(question: string, label: string): Promise<void> {
    await this.question(question);
    await this.#choice(label).click();
    await this.#gone(question);
  }

  async #gone(question: string): Promise<void> {
    const open = () => this.#asked.filter({ hasText: question }).count();
    await until(`the end of “${question}”`, async () => (await open()) === 0, patience);
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
    if (!(await center.isVisible())) await this.page.locator("[id='status.notifications']").click();
    const one = center.locator(".notification-list-item").filter({ hasText: text }).first();
    await one.waitFor();
    return one;
  }

  /** Opens a file of the workspace in an editor. */
  async openFile(path: string): Promise<void> {
    await this.page.keyboard.press("ControlOrMeta+P");
    await this.#asked.locator("input[type=text]").first().fill(path);
    const row = this.#asked.locator(".monaco-list-row").first();
    await row.filter({ hasText: path.split("/").at(-1) ?? path }).waitFor();
    await this.page.keyboard.press("Enter");
    await this.editor.locator(".view-line").first().waitFor();
  }

  /** The editor in use. */
  get editor(): Locator {
    return this.page.locator(".editor-group-container.active .monaco-editor").first();
  }

  /** Squiggles of a severity in the editor. */
  squiggles(severity: "error" | "warning" | "info" | "hint" = "warning"): Locator {
    return this.editor.locator(`.squiggly-${severity}`);
  }

  /** Goes to the next problem, opens the light bulb's menu and applies the fix of this title. */
  async fixNext(title: string | RegExp): Promise<void> {
    await pickFix(this.page, title, () => goToProblem(this.page, this.editor));
  }

  /** The text of the editor in use, as far as it is on the screen. */
  async text(): Promise<string> {
    return ordinary(await this.editor.locator(".view-lines").innerText());
  }

  get #terminal(): Locator {
    return this.page.locator(".terminal-wrapper.active");
  }

  /** What the terminal in use shows. */
  async terminal(): Promise<string> {
    return ordinary(await this.#terminal.locator(".xterm-rows").innerText());
  }

  /** Waits until the terminal in use shows this. */
  async terminalShows(text: string | RegExp): Promise<void> {
    const has = (all: string) => (typeof text === "string" ? all.includes(text) : text.test(all));
    let last = "";
    const look = async () => {
      if ((await this.#terminal.count()) > 0) last = await this.terminal();
      return has(last);
    };
    await until(`the terminal shows ${text}`, look, patience).catch((error: unknown) => {
      throw new Error(`${error}\nIt shows:\n${last}`);
    });
  }

  /** Types a line into the terminal in use. */
  async typeLine(line: string): Promise<void> {
    await this.#terminal.locator(".xterm-helper-textarea").focus();
    await this.page.keyboard.type(`${line}\n`);
  }
}
