// The Projects view before many containers, in a real VS Code: its first rows, the row of a container
// that is made, started, killed and removed outside the editor, and what is asked of the engine for
// it. Three of the projects are defined by files of the workspace, too.
// `node scripts/bench/projects.ts [projects] [containers of each]`.
import { setTimeout } from "node:timers/promises";
import { openWorkbench } from "../../test/ui/workbench.ts";
import { provideVsix } from "../editor.ts";
import { startEngine } from "../engine.ts";
import { api } from "../engine-api.ts";
import { busyboxImage } from "../engine-images.ts";
import { countingSocket } from "./panel/counting-socket.ts";
import { clickDocker, showExplorerAnew } from "./panel/opening.ts";
import { rowMoment, spread } from "./panel/rows.ts";

const [projects = 100, each = 10] = process.argv.slice(2).map(Number);
const rounds = 12;
const size = `${projects} projects × ${each} containers`;
const nameOf = (project: number) => `p${String(project).padStart(3, "0")}`;

const figures: Record<string, number[]> = {};
const requests: Record<string, number[]> = {};

const service = (name: string) => `  ${name}: { image: "${busyboxImage}", command: sleep 600 }\n`;
const file = (name: string) =>
  `name: ${name}\nservices:\n${Array.from({ length: each }, (_, i) => service(`s${i}`)).join("")}`;
const files = Object.fromEntries(
  [0, 1, 2].map((one) => [`${nameOf(one)}/compose.yaml`, file(nameOf(one))]),
);

provideVsix();
const own = await startEngine("bench-projects");
const counted = await countingSocket(own.socket);
const call = async (method: string, path: string, body?: object) => {
  const reply = await api(own.socket, method, path, body);
  if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.body}`);
  return reply.body;
};
for (let project = 0; project < projects; project++)
  await Promise.all(Array.from({ length: each }, (_, n) => create(nameOf(project), `s${n}`, 1)));
const ui = await openWorkbench({
  name: "bench-projects",
  engine: `unix://${counted.path}`,
  files,
});
try {
  await firstRows();
  await events();
  await burst();
} finally {
  await ui.close();
  counted.close();
  await own.stop();
}

async function create(project: string, name: string, number: number): Promise<string> {
  const container = `${project}-${name}-${number}`;
  const label = (key: string, value: string) => [`com.docker.compose.${key}`, value] as const;
  const body = await call("POST", `/containers/create?name=${container}`, {
    Image: busyboxImage,
    Cmd: ["sleep", "600"],
    Labels: Object.fromEntries([
      label("project", project),
      label("service", name),
      label("container-number", String(number)),
      label("oneoff", "False"),
      label("config-hash", `${project}${name}`),
    ]),
  });
  return (JSON.parse(body) as { Id: string }).Id;
}

function seen(pattern: string, present = true): Promise<number> {
  return rowMoment(ui.page, "Projects", pattern, present);
}

/** From the click on the activity bar's icon, in a page that was loaded anew each time. */
async function firstRows(): Promise<void> {
  await ui.openView("Projects");
  for (const other of ["Containers", "Images", "Volumes", "Networks"]) await fold(other);
  await seen(nameOf(0));
  const times: number[] = [];
  const states: number[] = [];
  for (let round = 0; round < 6; round++) {
    await showExplorerAnew(ui.page);
    const rows = seen(nameOf(0));
    const live = seen(`${nameOf(0)}.*(stopped|0 of)`);
    const clicked = await clickDocker(ui.page);
    times.push((await rows) - clicked);
    states.push((await live) - clicked);
  }
  console.log(`first rows of ${size}: ${spread(times)}`);
  console.log(`their states, ${size}: ${spread(states)}`);
}

function mean(values: readonly number[]): string {
  return (values.reduce((sum, one) => sum + one, 0) / values.length).toFixed(1);
}

async function fold(view: string): Promise<void> {
  const header = ui.view(view).locator("> .pane-header");
  if ((await header.count()) > 0 && (await header.getAttribute("aria-expanded")) === "true")
    await header.click();
}

/** Does something to a container outside the editor, and waits for its row; no request is counted twice. */
async function note(what: string, moment: Promise<number>, act: () => Promise<unknown>) {
  counted.take();
  await act();
  const answered = Date.now();
  figures[what] = [...(figures[what] ?? []), Math.max(0, (await moment) - answered)];
  // VS Code holds back what comes within 200 ms of a change; a late look would come meanwhile, too.
  await setTimeout(700);
  const asked = counted.take().filter((line) => !/\/events|_ping/.test(line));
  requests[what] = [...(requests[what] ?? []), asked.length];
}

async function events(): Promise<void> {
  const project = ui.row("Projects", nameOf(0)).first();
  await project.waitFor();
  if ((await project.getAttribute("aria-expanded")) === "false") await project.click();
  await ui
    .row("Projects", /^\s*s0/)
    .first()
    .click();
  await seen(`${nameOf(0)}-s0-1`);
  for (let round = 0; round < rounds; round++) {
    const name = `${nameOf(0)}-s0-${round + 2}`;
    let id = "";
    await note("appears", seen(name), async () => {
      id = await create(nameOf(0), "s0", round + 2);
    });
    const path = `/containers/${id}`;
    await note("says running", seen(`${name}.*running`), () => call("POST", `${path}/start`));
    await note("is killed", seen(`${name}.*exited`), () => call("POST", `${path}/kill`));
    await note("disappears", seen(name, false), () => call("DELETE", path));
  }
  for (const [what, values] of Object.entries(figures))
    console.log(
      `container of ${size} ${what}: ${spread(values)}, requests ${mean(requests[what] ?? [])} each`,
    );
}

/** Many at once: a whole project is killed. */
async function burst(): Promise<void> {
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, n) => create(nameOf(1), `s${n % each}`, n + 2)),
  );
  await Promise.all(ids.map((id) => call("POST", `/containers/${id}/start`)));
  await seen(`${nameOf(1)}.*partly|${nameOf(1)}.*of`);
  await setTimeout(3000);
  counted.take();
  await Promise.all(ids.map((id) => call("POST", `/containers/${id}/kill`)));
  await setTimeout(3000);
  const asked = counted.take().filter((line) => !/\/events|_ping/.test(line));
  console.log(`requests for ${ids.length} containers killed at once: ${asked.length}`);
}
