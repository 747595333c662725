// From the engine's answer to the row in the tree, in a real VS Code: containers are made, started
// and removed outside the editor. `node scripts/bench/tree.ts [containers]`.
import { setTimeout } from "node:timers/promises";
import { openWorkbench } from "../../test/ui/workbench.ts";
import { provideVsix } from "../editor.ts";
import { startEngine } from "../engine.ts";
import { api } from "../engine-api.ts";
import { busyboxImage } from "../engine-images.ts";

const many = Number(process.argv[2] ?? 200);
const rounds = 15;
provideVsix();
const own = await startEngine("bench-tree");
const ui = await openWorkbench({ name: "bench-tree", engine: `unix://${own.socket}` });
try {
  await ui.openView("Containers");
  await ui.view("Containers").getByText("No containers yet.").waitFor();
  await measure(2);
  await measure(many);
} finally {
  await ui.close();
  await own.stop();
}

async function measure(present: number): Promise<void> {
  const others: string[] = [];
  for (let i = 0; i < present; i++) others.push(await create(`other-${i}`));
  if (others.length > 0) await seen("other-0", true);
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
    const id = await create(name);
    await note("appears", there);
    const running = seen(`${name}[^]*running`, true);
    await api(own.socket, "POST", `/containers/${id}/start`);
    await note("says running", running);
    const gone = seen(name, false);
    await api(own.socket, "DELETE", `/containers/${id}?force=1`);
    await note("disappears", gone);
  }
  for (const [what, values] of Object.entries(figures)) {
    values.sort((a, b) => a - b);
    const at = (part: number) => Math.round(values[Math.floor((values.length - 1) * part)] ?? 0);
    console.log(
      `container beside ${present} others ${what}: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms`,
    );
  }
  for (const id of others) await api(own.socket, "DELETE", `/containers/${id}?force=1`);
}

async function create(name: string): Promise<string> {
  const body = { Image: busyboxImage, Cmd: ["sleep", "600"] };
  const reply = await api(own.socket, "POST", `/containers/create?name=${name}`, body);
  return (JSON.parse(reply.body) as { Id: string }).Id;
}

/** Milliseconds from now, where the engine has just answered; none if it was there before. */
async function afterAnswer(moment: Promise<number>): Promise<number> {
  const answered = Date.now();
  return Math.max(0, (await moment) - answered);
}

/** The moment at which a row with this text comes or goes, told by the page. */
async function seen(pattern: string, present: boolean): Promise<number> {
  const moment = ui.page.evaluate(`new Promise((done) => {
    const wanted = new RegExp(${JSON.stringify(pattern)});
    const there = () => [...document.querySelectorAll(".pane .monaco-list-row")].some((row) =>
      row.closest(".pane").querySelector(".pane-header").ariaLabel.startsWith("Containers") &&
      wanted.test(row.textContent));
    const look = () => there() === ${present} && (observer.disconnect(), done(Date.now()));
    const observer = new MutationObserver(look);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  })`);
  return (await moment) as number;
}
