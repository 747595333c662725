// The box at the top in which VS Code asks: palette, file picker, lists, texts, paths. It is one
// element that is used again and again, goes away with an animation, and is filled from afar; so all
// here looks at it in one go, waits for what must be in it, and opens it again where it went away.
import type { Locator, Page } from "playwright-core";
import { until } from "../../scripts/engine-api.ts";
import { patience } from "./texts.ts";

interface Asked {
  /** All that it says: title, list, messages, and the hint in the empty box. */
  readonly text: string;
  readonly value: string;
  /** How many rows its list has; undefined where it has no list. */
  readonly rows?: number;
}

/** One look at it, as the page itself takes it. */
const look = `(() => {
  const shown = (one) => one?.checkVisibility() === true;
  const box = [...document.querySelectorAll(".quick-input-widget")].find((one) => shown(one) && !one.inert);
  if (!box) return undefined;
  const input = box.querySelector(".quick-input-box input");
  const list = box.querySelector(".quick-input-list");
  return {
    text: box.innerText + "\\n" + (input?.placeholder ?? ""),
    value: input?.value ?? "",
    ...(shown(list) && { rows: list.querySelectorAll(".monaco-list-row").length }),
  };
})()`;

export class QuickInput {
  readonly #page: Page;
  readonly #box: Locator;
  readonly #input: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#box = page.locator(".quick-input-widget:not([inert])").filter({ visible: true });
    this.#input = this.#box.locator(".quick-input-box input").first();
  }

  /** What it asks now; undefined while it is not there. */
  async asked(): Promise<Asked | undefined> {
    return (await this.#page.evaluate(look)) as Asked | undefined;
  }

  /** Waits until it asks what fits, and gives that. */
  async #when(what: string, fits: (asked: Asked) => boolean, limit = patience): Promise<Asked> {
    return until(
      what,
      async () => {
        const asked = await this.asked();
        return asked && fits(asked) && asked;
      },
      limit,
    );
  }

  /** A row of its list. */
  row(label: string | RegExp): Locator {
    const name = this.#page.locator(".label-name", { hasText: label });
    return this.#box.locator(".monaco-list-row").filter({ has: name });
  }

  /** Waits for the question (part of its title, hint or placeholder). */
  async question(text: string, limit = patience): Promise<Asked> {
    return this.#when(`the question “${text}”`, (asked) => asked.text.includes(text), limit);
  }

  /** Waits until it asks something else or nothing. */
  async #gone(question: string): Promise<void> {
    await until(
      `the end of “${question}”`,
      async () => !(await this.asked())?.text.includes(question),
      patience,
    );
  }

  /** Writes an answer to a question and confirms it; `undefined` takes what is there. */
  async answer(question: string, text?: string): Promise<void> {
    await this.question(question);
    // A list may come before its rows, and would be confirmed with none.
    if (text === undefined)
      await this.#when(
        `rows of “${question}”`,
        (asked) => asked.rows === undefined || asked.rows > 0,
      );
    else await this.#input.fill(text);
    await this.#input.press("Enter");
    await this.#gone(question);
  }

  /** Picks a row of a list that asks. */
  async pick(question: string, label: string | RegExp): Promise<void> {
    await this.question(question);
    await this.row(label).first().click();
    await this.#gone(question);
  }

  /** Ticks a row of a list that asks for many. */
  async tick(question: string, label: string): Promise<void> {
    await this.question(question);
    await this.row(label).first().locator(".monaco-checkbox").first().setChecked(true);
  }

  /** Names the file to save as. The dialog writes its own proposal late, over what stands there. */
  async saveAs(question: string, path: string): Promise<void> {
    await this.question(question);
    const proposed = ({ value }: Asked) => value !== "" && !/[/\\]$/.test(value);
    await this.#when("the proposed name", proposed);
    await this.answer(question, path);
  }

  /** Waits until it has said the same for some time (ms). */
  async #still(calm: number): Promise<void> {
    let text: string | undefined;
    let since = Date.now();
    await until("a list that stands still", async () => {
      const now = (await this.asked())?.text;
      if (now !== text) since = Date.now();
      text = now;
      return Date.now() - since >= calm;
    });
  }

  /**
   * Opens it with a key, writes `text` and takes a row. What was open before may take it away with
   * its own end, and a page that is not ready does not hear keys: then once more.
   */
  async take(key: string, prefix: string, text: string, row: Locator): Promise<void> {
    let last: unknown;
    let calm = 400;
    await until(
      `“${text}” in the box`,
      async () => {
        try {
          await this.#page.keyboard.press(key);
          await this.#when("the box", ({ value }) => value.startsWith(prefix), 5000);
          await this.#input.fill(prefix + text, { timeout: 5000 });
          await row.first().waitFor({ timeout: 15_000 });
          // What is found later is put between: a click that comes amid that takes another row.
          await this.#still(calm);
          calm += 400;
          await row.first().click({ timeout: 15_000 });
          await until("its end", async () => (await this.asked())?.value !== prefix + text, 15_000);
          return true;
        } catch (error) {
          last = error;
          await this.#page.keyboard.press("Escape");
          return false;
        }
      },
      2 * patience,
    ).catch((error: unknown) => {
      throw new Error(`${error}: ${last}`);
    });
  }
}
