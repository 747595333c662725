// Two servers alive together, which are given the same by turns: what else the machine does weighs on
// both, so their ratio holds on a busy machine, too.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type BenchClient, BenchDocument, type ServerLine } from "./client.ts";
import { addressIn, openedIn, type Subject, withServer } from "./measure.ts";

/** What was measured of each of the two. */
export interface Pair<Figure> {
  readonly now: Figure;
  readonly was: Figure;
}

/** Now the one is first, now the other. */
async function byTurns<Subject, Figure>(
  round: number,
  { now, was }: Pair<Subject>,
  measure: (subject: Subject) => Promise<Figure>,
): Promise<Pair<Figure>> {
  if (round % 2 === 0) {
    const first = await measure(now);
    return { now: first, was: await measure(was) };
  }
  const first = await measure(was);
  return { now: await measure(now), was: first };
}

function withBoth<Result>(
  { now, was }: Pair<ServerLine>,
  use: (clients: Pair<BenchClient>, folder: string) => Promise<Result>,
): Promise<Result> {
  return withServer(now, (first, folder) =>
    withServer(was, (second) => use({ now: first, was: second }, folder)),
  );
}

export interface PairedEdits {
  /** CPU milliseconds of one edit until its findings have come, in each group of edits. */
  readonly cpu: readonly Pair<number>[];
  /** Megabytes after all of them. */
  readonly memory: Pair<number>;
}

const editsInGroup = 5;

/** The first third of the groups warms the servers up and is left out. */
export function pairedEdits(
  servers: Pair<ServerLine>,
  subject: Subject,
  size: number,
  groups: number,
): Promise<PairedEdits> {
  return withBoth(servers, async (clients, folder) => {
    const documents = await byTurns(0, clients, (client) =>
      openedIn(client, folder, subject, size),
    );
    const cpu: Pair<number>[] = [];
    for (let round = 0; round < groups; round++)
      cpu.push(await byTurns(round, documents, groupOfEdits));
    await delay(200);
    const memory = { now: clients.now.memory(), was: clients.was.memory() };
    return { cpu: cpu.slice(groups / 3), memory };
  });
}

async function groupOfEdits(document: BenchDocument): Promise<number> {
  const before = document.client.cpu();
  for (let times = 0; times < editsInGroup; times++) await document.editAndWait();
  return (document.client.cpu() - before) / editsInGroup;
}

/** What opening a file cost until its findings had come, in milliseconds. */
export interface Opening {
  /** Of the thread that runs the server's code. */
  readonly cpu: number;
  /** By the clock. */
  readonly wall: number;
}

const firstTexts = 10;

/** Opens and closes texts in two fresh servers, one after the other; some of them once before. */
export function pairedOpenings(
  servers: Pair<ServerLine>,
  subject: Subject,
  texts: readonly string[],
): Promise<readonly Pair<Opening>[]> {
  return withBoth(servers, async (clients, root) => {
    await delay(300);
    const all = [...texts.slice(0, firstTexts), ...texts];
    const measured: Pair<Opening>[] = [];
    for (const [round, text] of all.entries()) {
      const folder = join(root, String(round));
      mkdirSync(folder);
      const uri = addressIn(folder, subject, text);
      measured.push(
        await byTurns(round, clients, async (client) => {
          const document = new BenchDocument(client, uri, text, []);
          const [cpu, wall] = [await client.threadCpu(), performance.now()];
          await document.open(subject.languageId);
          const opened = performance.now() - wall;
          const used = (await client.threadCpu()) - cpu;
          await document.close();
          return { cpu: used, wall: opened };
        }),
      );
      rmSync(folder, { recursive: true });
    }
    return measured.slice(-texts.length);
  });
}
