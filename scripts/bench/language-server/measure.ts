// What is measured of one server: its start, and each feature in a text of one size, always after
// an edit, so that nothing is answered from a memory of the same text.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { BenchClient, BenchDocument, type ServerLine } from "./client.ts";
import { median, part } from "./figures.ts";
import { type BenchText, composeText, dockerfileText, type Spot } from "./texts.ts";

/** Milliseconds; the CPU time is that of the server's process. */
export interface Figures {
  readonly cpu: number;
  readonly wall: number;
  readonly slowest: number;
  readonly times: number;
}

export interface Memory {
  readonly opened: number;
  readonly edited: number;
  readonly edits: number;
}

export interface SizeFigures {
  readonly size: number;
  readonly bytes: number;
  /** By the feature's name; undefined: the server does not offer it. */
  readonly features: ReadonlyMap<string, Figures | undefined>;
  readonly memory: Memory;
}

export interface Subject {
  readonly name: "Dockerfile" | "Compose";
  readonly unit: string;
  readonly languageId: string;
  readonly fileName: string;
  readonly sizes: readonly number[];
  readonly text: (size: number) => BenchText;
}

export const subjects: readonly Subject[] = [
  {
    name: "Dockerfile",
    unit: "lines",
    languageId: "dockerfile",
    fileName: "Dockerfile",
    sizes: [500, 5_000, 50_000],
    text: dockerfileText,
  },
  {
    name: "Compose",
    unit: "services",
    languageId: "dockercompose",
    fileName: "compose.yaml",
    sizes: [10, 100, 1_000],
    text: composeText,
  },
];

const diagnosticsAfterEdit = "edit → diagnostics";

interface Question {
  readonly name: string;
  readonly provider: string;
  readonly method: string;
  readonly spots?: (text: BenchText) => readonly Spot[];
  readonly params?: object;
}

const questions: readonly Question[] = [
  {
    name: "completion",
    provider: "completionProvider",
    method: "textDocument/completion",
    spots: ({ completions }) => completions,
    params: { context: { triggerKind: 1 } },
  },
  {
    name: "hover",
    provider: "hoverProvider",
    method: "textDocument/hover",
    spots: ({ hovers }) => hovers,
  },
  {
    name: "semantic tokens",
    provider: "semanticTokensProvider",
    method: "textDocument/semanticTokens/full",
  },
  { name: "symbols", provider: "documentSymbolProvider", method: "textDocument/documentSymbol" },
  { name: "folding", provider: "foldingRangeProvider", method: "textDocument/foldingRange" },
  {
    name: "formatting",
    provider: "documentFormattingProvider",
    method: "textDocument/formatting",
    params: { options: { tabSize: 2, insertSpaces: true } },
  },
];

export const featureNames = [diagnosticsAfterEdit, ...questions.map(({ name }) => name)];

/** A folder of its own with a server in it that has been initialized. */
export async function withServer<Result>(
  line: ServerLine,
  use: (client: BenchClient, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-bench-"));
  const client = new BenchClient(line);
  try {
    await client.initialize(pathToFileURL(folder).href);
    return await use(client, folder);
  } finally {
    await client.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** CPU milliseconds of fresh processes. */
export interface StartFigures {
  /** Of Node that does nothing: the part of the start that no server can save. */
  readonly bare: number;
  /** Until the answer to `initialize`. */
  readonly answer: number;
  /** Until the first findings. */
  readonly findings: number;
}

export async function measureStart(line: ServerLine, subject: Subject): Promise<StartFigures> {
  const until: Record<keyof StartFigures, number[]> = { bare: [], answer: [], findings: [] };
  for (let round = 0; round < 9; round++) {
    until.bare.push(bareStart());
    await withServer(line, async (client, folder) => {
      until.answer.push(client.cpu());
      await openedIn(client, folder, subject, subject.sizes[0] ?? 10);
      until.findings.push(client.cpu());
    });
  }
  const [bare, answer, findings] = [until.bare, until.answer, until.findings].map(median);
  return { bare: bare ?? 0, answer: answer ?? 0, findings: findings ?? 0 };
}

function bareStart(): number {
  const tell = "const { user, system } = process.cpuUsage(); console.log((user + system) / 1000)";
  return Number(execFileSync(process.execPath, ["-e", tell], { encoding: "utf8" }));
}

/** `seconds`: how long one feature may be measured. */
export function measureSize(
  line: ServerLine,
  subject: Subject,
  size: number,
  seconds: number,
): Promise<SizeFigures> {
  return withServer(line, async (client, folder) => {
    const source = subject.text(size);
    const document = await openedIn(client, folder, subject, size);
    await delay(200);
    const opened = client.memory();
    const features = new Map<string, Figures | undefined>();
    const checked = await repeat(client, seconds, () => document.editAndWait());
    features.set(diagnosticsAfterEdit, checked);
    const memory = await edited(document, opened, checked.times, 2 * seconds);
    if (line.settingsWithoutChecks) await client.configure(line.settingsWithoutChecks);
    for (const question of questions)
      features.set(
        question.name,
        client.offers(question.provider)
          ? await repeat(client, seconds, (round) => ask(document, question, source, round))
          : undefined,
      );
    return { size, bytes: Buffer.byteLength(source.text), features, memory };
  });
}

/** A text of a size, opened; its first findings have come. */
export async function openedIn(
  client: BenchClient,
  folder: string,
  subject: Subject,
  size: number,
): Promise<BenchDocument> {
  const { text, edits } = subject.text(size);
  const document = new BenchDocument(client, addressIn(folder, subject, text), text, edits);
  await document.open(subject.languageId);
  return document;
}

/** Writes a text to where it is said to be. */
export function addressIn(folder: string, { fileName }: Subject, text: string): string {
  writeFileSync(join(folder, fileName), text);
  return pathToFileURL(join(folder, fileName)).href;
}

async function ask(
  document: BenchDocument,
  { method, params, spots }: Question,
  source: BenchText,
  round: number,
): Promise<void> {
  const places = spots?.(source) ?? [];
  const position = places[round % places.length];
  await document.edit();
  await document.client.ask(method, {
    textDocument: { uri: document.uri },
    ...(position && { position }),
    ...params,
  });
}

/** The memory after a thousand edits in all, or as many as the time allows. */
async function edited(
  document: BenchDocument,
  opened: number,
  already: number,
  seconds: number,
): Promise<Memory> {
  const end = performance.now() + seconds * 1000;
  let edits = already;
  for (; edits < 1000 && performance.now() < end; edits++)
    await (edits % 10 === 9 ? document.editAndWait() : document.edit());
  await document.editAndWait();
  await delay(200);
  return { opened, edited: document.client.memory(), edits };
}

/**
 * In groups of which the median counts: what is collected late weighs on a few only. The first
 * third warms the server up. `seconds` are of CPU, so that a busy machine has as many rounds.
 */
async function repeat(
  client: BenchClient,
  seconds: number,
  once: (round: number) => Promise<void>,
): Promise<Figures> {
  const [groups, fewest, perGroup] = [30, 3, 5];
  const begun = client.cpu();
  const cpu: number[] = [];
  const wall: number[] = [];
  while (cpu.length < groups) {
    const before = client.cpu();
    if (cpu.length >= fewest && before - begun > seconds * 1000) break;
    for (let times = 0; times < perGroup; times++) {
      const asked = performance.now();
      await once(wall.length);
      wall.push(performance.now() - asked);
    }
    cpu.push((client.cpu() - before) / perGroup);
  }
  const warm = cpu.slice(cpu.length / 3);
  return { cpu: median(warm), wall: median(wall), slowest: part(wall, 0.95), times: wall.length };
}
