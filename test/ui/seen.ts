// What a page shows, as text: a log that holds no pictures must do to understand why a test failed.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { ordinary } from "./texts.ts";

/** By what it is called in the log: the selector of its elements, and how many lines of it are enough. */
const parts = [
  ["dialog", ".monaco-dialog-box", 15],
  ["question", ".quick-input-widget", 15],
  ["menu", ".monaco-menu", 20],
  ["fixes", ".action-widget", 10],
  ["proposals", ".suggest-widget.visible", 10],
  ["new name", ".rename-box", 3],
  ["problem", ".marker-widget", 5],
  ["tooltip", ".monaco-hover", 10],
  ["notification", ".notification-list-item", 5],
  ["tab", ".tab", 1],
  ["editor", ".monaco-editor .view-lines", 30],
  ["terminal tab", ".terminal-tabs-entry, .single-terminal-tab", 1],
  ["terminal", ".terminal-wrapper.active .xterm-rows", 25],
  ["view", ".sidebar .pane", 25],
] as const;

// For the page, so it may use nothing from here.
const look = `((parts) => {
  const lines = [];
  const add = (what, element, most) => {
    const text = (element.innerText || element.textContent || "").split("\\n").filter((line) => line.trim());
    const values = [...element.querySelectorAll("input")].filter((one) => one.checkVisibility() && one.value);
    const marks = ["active", "dirty", "focused"].filter((name) => element.classList.contains(name));
    lines.push([what, ...marks].join(" ") + ": " + text.slice(0, most).join("\\n    "));
    for (const one of values) lines.push("    in the box: " + one.value);
  };
  for (const [what, selector, most] of parts)
    for (const element of document.querySelectorAll(selector))
      if (element.checkVisibility()) add(what, element, most);
  const focus = document.activeElement;
  lines.push("keyboard: " + (focus ? focus.tagName + "." + focus.className + " " + (focus.ariaLabel ?? "") : "nowhere"));
  return lines.join("\\n");
})(${JSON.stringify(parts)})`;

/** What can be seen on the page now, and the notifications behind the bell. */
export async function seen(page: Page): Promise<string> {
  const before = ordinary((await page.evaluate(look)) as string);
  const bell = page.locator("[id='status.notifications']");
  await bell.click({ timeout: 2000 }).catch(() => {});
  const notes = page.locator(".notification-list-item");
  await notes
    .first()
    .waitFor({ timeout: 2000 })
    .catch(() => {});
  const behind = (await notes.allInnerTexts()).map((text) => text.replaceAll("\n", " "));
  return ["The page shows:", before, ...behind.map((text) => `notification: ${text}`)].join("\n  ");
}

/** The last lines of what the extension and the editor have written. */
export function logged(data: string, server: string): string {
  const last = (text: string, most: number) => text.trim().split("\n").slice(-most).join("\n  ");
  const files = globSync(join(data, "data/logs/**/*.log").replaceAll("\\", "/"))
    .filter((file) => /dockwright|remoteexthost/i.test(file.slice(data.length)))
    .map((file) => `${file.slice(data.length)}:\n  ${last(readFileSync(file, "utf8"), 12)}`);
  return [...files, `The editor's server:\n  ${last(server, 8)}`].join("\n");
}
