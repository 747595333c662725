// The side panel in a real VS Code, beside few and beside many containers and images: from the click
// on its icon to the first rows, from the engine's answer to the row, from a key in the filter to
// what is left. `npm run bench -- tree`, or `node scripts/bench/tree.ts [containers] [images]`.
import { setTimeout } from "node:timers/promises";
import { openWorkbench } from "../../test/ui/workbench.ts";
import { provideVsix } from "../editor.ts";
import { startEngine } from "../engine.ts";
import { api } from "../engine-api.ts";
import { createContainer, createContainers, loadImages } from "./panel/fill.ts";
import { clickDocker, showExplorerAnew } from "./panel/opening.ts";

const [many = 1000, manyImages = 500] = process.argv.slice(2).map(Number);
const rounds = 15;
const openings = 5;
provideVsix();
const own = await startEngine("bench-tree");
const ui = await openWorkbench({ name: "bench-tree", engine: `unix://${own.socket}` });
try {
  await measure(2, 0);
  for (const name of ["other-0", "other-1"])
    await api(own.socket, "DELETE", `/containers/${name}?force=1`);
  await measure(many, manyImages);
} finally {
  await ui.close();
  await own.stop();
}

async function measure(present: number, images: number): Promise<void> {
  await createContainers(
    own.socket,
    Array.from({ length: present }, (_, n) => `other-${n}`),
  );
  if (images > 0)
    await loadImages(
      own.socket,
      Array.from({ length: images }, (_, n) => `bench/app-${n}`),
    );
  const beside = `beside ${present} containers and ${images} images`;
  await ui.openView("Containers");
  await opening(beside);
  await filtering(beside, present);
  await changes(beside, present);
}

/** A page loaded anew: nothing of the panel is there yet. */
async function opening(beside: string): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < openings; i++) {
    await showExplorerAnew(ui.page);
    const first = seen("other-", true);
    const clicked = await clickDocker(ui.page);
    times.push((await first) - clicked);
  }
  print(`click on the icon to the first rows, ${beside}`, times);
}

/** From the last key to the only row that is left. */
async function filtering(beside: string, present: number): Promise<void> {
  const times: number[] = [];
  await seen("other-0", true);
  for (let i = 0; i < openings; i++) {
    await ui.row("Containers", "other-").first().click();
    await ui.page.keyboard.press("/");
    await ui.question("Words that a row must contain");
    const left = `other-${present - 1}`;
    await ui.page.keyboard.type(left.slice(0, -1), { delay: 30 });
    const alone = only(left);
    const typed = (await ui.page.evaluate("Date.now()")) as number;
    await ui.page.keyboard.type(left.slice(-1));
    times.push((await alone) - typed);
    await ui.page.keyboard.press("Escape");
    await seen("other-0", true);
  }
  print(`key in the filter to the row that is left, ${beside}`, times);
}

async function changes(beside: string, present: number): Promise<void> {
  const figures: Record<string, number[]> = { appears: [], "says running": [], disappears: [] };
  const note = async (what: string, there: Promise<number>) => {
    figures[what]?.push(await afterAnswer(there));
    // VS Code draws a first change at once and holds back what comes within 200 ms of it.
    await setTimeout(500);
  };
  for (let i = 0; i < rounds; i++) {
    // Sorted to the top, where the list draws it.
    const name = `a-${present}-${i}`;
    const there = seen(name, true);
    const id = await createContainer(own.socket, name);
    await note("appears", there);
    const running = seen(`${name}[^]*running`, true);
    await api(own.socket, "POST", `/containers/${id}/start`);
    await note("says running", running);
    const gone = seen(name, false);
    await api(own.socket, "DELETE", `/containers/${id}?force=1`);
    await note("disappears", gone);
  }
  for (const [what, values] of Object.entries(figures))
    print(`container ${what}, ${beside}`, values);
}

function print(what: string, values: readonly number[]): void {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0);
  console.log(`${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`);
}

/** Milliseconds from now, where the engine has just answered; none if it was there before. */
async function afterAnswer(moment: Promise<number>): Promise<number> {
  const answered = Date.now();
  return Math.max(0, (await moment) - answered);
}

/** The moment at which a row with this text comes or goes, told by the page. */
function seen(pattern: string, present: boolean): Promise<number> {
  const wanted = `new RegExp(${JSON.stringify(pattern)})`;
  return moment(`rows().some((text) => ${wanted}.test(text)) === ${present}`);
}

/** The moment at which rows of containers with this text are all there is. */
function only(name: string): Promise<number> {
  return moment(`
    (() => {
      const shown = rows().filter((text) => text.includes("other-"));
      return shown.length > 0 && shown.every((text) => text.includes(${JSON.stringify(name)}));
    })()`);
}

/** The moment at which this is so of the texts of the Containers view's rows. */
async function moment(condition: string): Promise<number> {
  const found = ui.page.evaluate(`new Promise((done) => {
    const rows = () => [...document.querySelectorAll(".pane .monaco-list-row")].filter((row) =>
      row.closest(".pane").querySelector(".pane-header").ariaLabel.startsWith("Containers"),
    ).map((row) => row.textContent);
    const look = () => (${condition}) && (observer.disconnect(), done(Date.now()));
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  })`);
  return (await found) as number;
}
