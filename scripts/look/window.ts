// The window that pictures are taken of: its language, theme and size, and its pictures.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { WorkbenchOptions } from "../../test/ui/begin.ts";
import { openWorkbench, type Workbench } from "../../test/ui/workbench.ts";

/** VS Code's name of a theme, and by what the page shows that it is there. */
const themes = {
  light: { name: "Default Light Modern", mark: "light_modern" },
  dark: { name: "Default Dark Modern", mark: "dark_modern" },
  contrast: { name: "Default High Contrast", mark: "hc_black" },
};
export type Theme = keyof typeof themes;
export const allThemes = Object.keys(themes) as Theme[];
export const allLanguages = ["en", "ko"] as const;
export type Language = (typeof allLanguages)[number];

/** Where the pictures are put. */
export const pictures: string = resolve("test/ui/screenshots/look");

const size = { width: 1640, height: 1720 };
const rowHeight = 22;
/** Where the side bar ends: wide enough for what rows say in both languages. */
const sideBar = 560;
/** What is shown around the things of a picture. */
const margin = 12;

interface Point {
  readonly x: number;
  readonly y: number;
}

export class LookWindow {
  readonly ui: Workbench;
  readonly language: Language;
  #theme: Theme = "dark";
  readonly #texts: Readonly<Record<string, string>>;
  readonly #bundle: Readonly<Record<string, string>>;

  private constructor(ui: Workbench, language: Language) {
    this.ui = ui;
    this.language = language;
    const file = language === "ko" ? "package.nls.ko.json" : "package.nls.json";
    this.#texts = JSON.parse(readFileSync(file, "utf8"));
    this.#bundle = JSON.parse(readFileSync("l10n/bundle.l10n.ko.json", "utf8"));
  }

  /** Opens one; what is not said is as for the large pictures. */
  static async open(language: Language, more: Partial<WorkbenchOptions>): Promise<LookWindow> {
    const ui = await openWorkbench({
      name: `look-${language}`,
      workspace: "samples",
      size,
      language,
      settings: { "workbench.hover.delay": 300, "workbench.layoutControl.enabled": false },
      ...more,
    });
    return new LookWindow(ui, language);
  }

  /** A text of the manifest: a view's name, a command's title. */
  text(key: string): string {
    const text = this.#texts[key];
    if (text === undefined) throw new Error(`the manifest has no text ${key}`);
    return text;
  }

  /** A text of the code, by its English. */
  said(english: string): string {
    if (this.language === "en") return english;
    const text = this.#bundle[english];
    if (text === undefined) throw new Error(`nothing says “${english}”`);
    return text;
  }

  title(command: string): string {
    return this.text(`command.${command}`);
  }

  view(name: string): string {
    return this.text(`view.dockwright.${name}`);
  }

  async show(theme: Theme): Promise<void> {
    this.#theme = theme;
    const { name, mark } = themes[theme];
    mkdirSync(join(this.ui.workspace, ".vscode"), { recursive: true });
    const settings = { "workbench.colorTheme": name };
    writeFileSync(join(this.ui.workspace, ".vscode/settings.json"), JSON.stringify(settings));
    await this.ui.page.locator(`.monaco-workbench[class*="${mark}"]`).waitFor();
  }

  /** Makes the side bar so wide, and its views so high, that all of their rows are seen. */
  async stretch(rows: readonly number[]): Promise<void> {
    const { page } = this.ui;
    const bar = await page.locator(".part.sidebar").boundingBox();
    if (!bar) throw new Error("there is no side bar");
    await this.#drag(
      { x: bar.x + bar.width, y: size.height / 2 },
      { x: sideBar, y: size.height / 2 },
    );
    const between = page.locator(".part.sidebar .sash-container > .monaco-sash.horizontal");
    for (const [index, count] of rows.entries()) {
      const pane = await page.locator(".part.sidebar .pane").nth(index).boundingBox();
      const sash = await between.nth(index).boundingBox();
      if (!pane || !sash) throw new Error(`the view ${index} has no place`);
      const from = { x: sash.x + sash.width / 2, y: sash.y + sash.height / 2 };
      await this.#drag(from, { x: from.x, y: pane.y + (count + 1) * rowHeight });
    }
  }

  async #drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.ui.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(to.x, to.y, { steps: 5 });
    await mouse.up();
    await mouse.move(size.width - 200, size.height - 100);
  }

  /** A picture of the whole window. */
  async whole(name: string): Promise<void> {
    await this.#take(name);
  }

  /** A picture of these things and a little around them. */
  async around(name: string, ...things: readonly Locator[]): Promise<void> {
    const boxes = await Promise.all(things.map((one) => one.boundingBox()));
    const there = boxes.filter((one) => one !== null);
    const x = Math.max(0, Math.min(...there.map((one) => one.x)) - margin);
    const y = Math.max(0, Math.min(...there.map((one) => one.y)) - margin);
    const right = Math.max(...there.map((one) => one.x + one.width)) + margin;
    const bottom = Math.max(...there.map((one) => one.y + one.height)) + margin;
    await this.#take(name, { x, y, width: right - x, height: bottom - y });
  }

  async #take(name: string, clip?: Clip): Promise<void> {
    const path = join(pictures, `${name}.${this.#theme}.${this.language}.png`);
    await this.ui.page.screenshot({ path, animations: "disabled", ...(clip && { clip }) });
  }
}

type Clip = NonNullable<NonNullable<Parameters<Page["screenshot"]>[0]>["clip"]>;
