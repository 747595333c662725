// Two builds of the language server against each other: the one in dist/, and that of another commit.
// Both are given the same by turns, so the ratio of their CPU holds on a busy machine, too; below 1
// the build in dist/ is the cheaper one. Run: node scripts/bench/server-pair.ts [--was=HEAD]
// [--only=dockerfile|compose] [--sizes=500,5000] [--groups=90] [--files=texts.jsonl] [--rounds=6]
//
// `--was` takes a commit or the path of a built server. `--files` names real files, a JSON object
// with a `text` on each line: they are opened in fresh servers, instead of edits.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ServerLine } from "./language-server/client.ts";
import { digits, median, part, typical } from "./language-server/figures.ts";
import { garbageOfEdit } from "./language-server/garbage.ts";
import { type Subject, subjects } from "./language-server/measure.ts";
import { type Opening, type Pair, pairedEdits, pairedOpenings } from "./language-server/pair.ts";
import { serverAt } from "./language-server/revision.ts";

const { values: options } = parseArgs({
  options: {
    now: { type: "string", default: "dist/language-server.js" },
    was: { type: "string", default: "HEAD" },
    only: { type: "string", default: "dockerfile" },
    sizes: { type: "string" },
    groups: { type: "string", default: "90" },
    files: { type: "string" },
    rounds: { type: "string", default: "6" },
  },
});
const line = (server: string): ServerLine => ({
  command: [server, "--stdio"],
  settings: { dockwright: {} },
});
const servers: Pair<ServerLine> = { now: line(options.now), was: line(serverAt(options.was)) };

for (const subject of subjects) {
  if (!subject.name.toLowerCase().startsWith(options.only.toLowerCase())) continue;
  if (options.files) await compareOpenings(subject, realTexts(options.files));
  else
    for (const size of options.sizes?.split(",").map(Number) ?? subject.sizes.slice(0, 2))
      await compareEdits(subject, size);
}

async function compareEdits(subject: Subject, size: number): Promise<void> {
  const what = `${subject.name}, ${size} ${subject.unit}, edit → diagnostics`;
  const { cpu, memory } = await pairedEdits(servers, subject, size, Number(options.groups));
  console.log(`${what}: CPU ${compared(cpu)}`);
  console.log(`${what}, memory: ${digits(memory.now)} MB, was ${digits(memory.was)}`);
  const garbage = await Promise.all(
    [servers.now, servers.was].map((server) => garbageOfEdit(server, subject, size)),
  );
  const [now = 0, was = 0] = garbage;
  console.log(`${what}, taken on the heap: ${digits(now)} kB, was ${digits(was)}`);
}

/** Of each file counts the median of some rounds, as each of them has its own pauses. */
async function compareOpenings(subject: Subject, texts: readonly string[]): Promise<void> {
  const rounds: (readonly Pair<Opening>[])[] = [];
  for (let round = 0; round < Number(options.rounds); round++) {
    // Each is the first to start as often as the other.
    const turned = round % 2 === 1;
    const opened = await pairedOpenings(turned ? swapped(servers) : servers, subject, texts);
    rounds.push(turned ? opened.map(swapped) : opened);
  }
  for (const [name, unit] of [
    ["CPU", "cpu"],
    ["wall", "wall"],
  ] as const) {
    const ofText = (index: number, which: keyof Pair<Opening>) =>
      median(rounds.map((round) => round[index]?.[which][unit] ?? Number.NaN));
    const pairs = texts.map((_, index) => ({
      now: ofText(index, "now"),
      was: ofText(index, "was"),
    }));
    const high = (which: keyof Pair<Opening>) =>
      digits(
        part(
          pairs.map((one) => one[which]),
          0.95,
        ),
      );
    console.log(
      `${subject.name}, opening ${texts.length} files, ${name}: p95 ${high("now")} ms, was ${high("was")}; p50 ${compared(pairs)}`,
    );
  }
}

function swapped<Figure>({ now, was }: Pair<Figure>): Pair<Figure> {
  return { now: was, was: now };
}

function compared(pairs: readonly Pair<number>[]): string {
  const [now, was] = [pairs.map((pair) => pair.now), pairs.map((pair) => pair.was)];
  const { middle, from, to } = typical(pairs.map((pair) => pair.now / pair.was));
  const interval = `${middle.toFixed(3)} (${from.toFixed(3)} to ${to.toFixed(3)})`;
  return `${digits(median(now))} ms, was ${digits(median(was))}, ratio ${interval}`;
}

/** At most 250 texts of at most 10 kB. */
function realTexts(file: string): readonly string[] {
  const texts = readFileSync(file, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((one): string => JSON.parse(one).text)
    .filter((text) => text.length <= 10_240);
  const step = Math.max(1, Math.floor(texts.length / 250));
  return texts.filter((_, index) => index % step === 0).slice(0, 250);
}
