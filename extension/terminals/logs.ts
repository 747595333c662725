// The terminal of logs: follows one or several containers, newest lines last, memory bounded. Keys
// filter, pause, and hand the text on; the text itself is log-lines.ts.
import { commands, EventEmitter, type Pseudoterminal, Uri, window, workspace } from "vscode";
import { dockerLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import { logLines } from "../engine/logs.ts";
import { t } from "../engine/text.ts";
import type { ContainerName } from "./exec.ts";
import {
  filterTest,
  foldJson,
  inTimeOrder,
  type Level,
  LineBuffer,
  type LogEntry,
  type LogFilter,
  parseLine,
} from "./log-lines.ts";
import { openTerminal } from "./open.ts";
import { safeLine } from "./safe-output.ts";

/** Lines kept for a new filter, for documents and files. */
const KEPT = 20_000;
/** Lines drawn at a time: more than these nobody reads, and a terminal takes no more. */
const DRAWN = 2_000;
const DRAW_EVERY = 50;
const COLOURS = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];
const LEVELS: readonly Level[] = ["trace", "info", "warn", "error"];

export interface LogsWish {
  readonly tail: number;
  /** As the CLI writes it: `10m`, or a time. */
  readonly since?: string;
  readonly timestamps: boolean;
}

/** Opens the log of one container, or of several in one terminal. */
export function openLogs(
  engine: Engine,
  containers: readonly ContainerName[],
  wish: LogsWish,
  title: string = containers.map(({ name }) => name).join(", "),
): void {
  openTerminal({
    key: `logs ${containers.map(({ id }) => id).join(" ")}`,
    name: title,
    icon: "output",
    make: () => new LogsTerminal(engine, containers, wish),
  });
}

class LogsTerminal implements Pseudoterminal {
  readonly #engine: Engine;
  readonly #containers: readonly ContainerName[];
  readonly #tail: number;
  readonly #since: string | undefined;
  readonly #written = new EventEmitter<string>();
  readonly #closed = new EventEmitter<void>();
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;
  readonly #buffer = new LineBuffer(KEPT);
  readonly #end = new AbortController();
  #pending: LogEntry[] = [];
  #skipped = 0;
  #timer: NodeJS.Timeout | undefined;
  #timestamps: boolean;
  #folded = true;
  #paused = false;
  #filter: LogFilter = { text: "", level: "trace" };
  #passes = filterTest(this.#filter);

  constructor(engine: Engine, containers: readonly ContainerName[], wish: LogsWish) {
    this.#engine = engine;
    this.#containers = containers;
    this.#tail = wish.tail;
    this.#since = wish.since;
    this.#timestamps = wish.timestamps;
  }

  open(): void {
    const line = dockerLine("logs", "-f", "--tail", String(this.#tail), this.#containers[0]?.name);
    this.#note(`$ ${line}`);
    this.#note(
      t(
        "p pauses · / filters · l level · t times · j JSON · o opens as document · s saves · c clears",
      ),
    );
    void this.#follow();
  }

  close(): void {
    this.#end.abort();
    clearTimeout(this.#timer);
  }

  handleInput(data: string): void {
    const keys: Readonly<Record<string, () => unknown>> = {
      p: () => this.#pause(),
      " ": () => this.#pause(),
      "/": () => this.#askFilter(),
      l: () => this.#nextLevel(),
      t: () => this.#redraw(() => (this.#timestamps = !this.#timestamps)),
      j: () => this.#redraw(() => (this.#folded = !this.#folded)),
      o: () => this.#openDocument(),
      s: () => this.#save(),
      c: () => this.#redraw(() => this.#buffer.clear()),
      "\x03": () => this.#closed.fire(),
    };
    keys[data]?.();
  }

  /** First what there is, merged by time; then every container as it speaks. */
  async #follow(): Promise<void> {
    const now = `${Math.floor(Date.now() / 1000)}`;
    const past = await Promise.all(
      this.#containers.map(async ({ id, name }, source) => {
        const entries: LogEntry[] = [];
        try {
          for await (const { text } of logLines(this.#engine, id, {
            ...this.#common(),
            tail: this.#tail,
            since: this.#since,
            until: now,
          }))
            entries.push(parseLine(source, text));
        } catch (error) {
          this.#note(`${name}: ${error instanceof Error ? error.message : error}`);
        }
        return entries;
      }),
    );
    for (const entry of inTimeOrder(past)) this.#take(entry);
    await Promise.all(
      this.#containers.map((_, source) => this.#followOne(source, now, past[source])),
    );
    if (!this.#end.signal.aborted) this.#note(t("The log has ended."));
  }

  async #followOne(source: number, since: string, past: readonly LogEntry[] = []): Promise<void> {
    const last = past.at(-1)?.time ?? "";
    const { id, name } = this.#containers[source] as ContainerName;
    try {
      for await (const { text } of logLines(this.#engine, id, {
        ...this.#common(),
        follow: true,
        since,
      })) {
        const entry = parseLine(source, text);
        // `since` goes by whole seconds: what stands in the past already does not come twice.
        if (entry.time === "" || entry.time > last) this.#take(entry);
      }
    } catch (error) {
      this.#note(`${name}: ${error instanceof Error ? error.message : error}`);
    }
  }

  #common() {
    return { timestamps: true, signal: this.#end.signal };
  }

  #take(entry: LogEntry): void {
    this.#buffer.push(entry);
    this.#queue(entry);
  }

  #queue(entry: LogEntry): void {
    this.#pending.push(entry);
    if (this.#pending.length >= 2 * DRAWN) {
      this.#skipped += this.#pending.length - DRAWN;
      this.#pending = this.#pending.slice(-DRAWN);
    }
    if (!this.#paused) this.#timer ??= setTimeout(() => this.#draw(), DRAW_EVERY);
  }

  #draw(): void {
    this.#timer = undefined;
    const lines = this.#pending.filter(({ text }) => this.#passes(text)).slice(-DRAWN);
    const skipped = this.#skipped;
    this.#pending = [];
    this.#skipped = 0;
    if (skipped > 0) this.#note(t("{0} lines came too fast to be shown.", skipped));
    if (lines.length > 0)
      this.#written.fire(lines.map((entry) => `${this.#line(entry)}\r\n`).join(""));
  }

  #line({ source, time, text }: LogEntry): string {
    const shown = safeLine(this.#folded ? foldJson(text) : text);
    const stamp = this.#timestamps && time ? `\x1b[2m${time}\x1b[0m ` : "";
    if (this.#containers.length < 2) return stamp + shown;
    const colour = COLOURS[source % COLOURS.length];
    return `\x1b[${colour}m${this.#containers[source]?.name} |\x1b[0m ${stamp}${shown}`;
  }

  #redraw(change: () => void): void {
    change();
    this.#passes = filterTest(this.#filter);
    this.#pending = this.#buffer.lines.filter(({ text }) => this.#passes(text)).slice(-DRAWN);
    this.#skipped = 0;
    this.#written.fire("\x1b[2J\x1b[3J\x1b[H");
    this.#draw();
  }

  #pause(): void {
    this.#paused = !this.#paused;
    if (this.#paused) this.#note(t("Paused: p goes on."));
    else this.#draw();
  }

  #nextLevel(): void {
    const next = LEVELS[(LEVELS.indexOf(this.#filter.level) + 1) % LEVELS.length] ?? "trace";
    this.#redraw(() => {
      this.#filter = { ...this.#filter, level: next };
    });
    this.#note(t("Level: {0}", next));
  }

  async #askFilter(): Promise<void> {
    const text = await window.showInputBox({
      title: t("Filter the log"),
      prompt: t("Text, or a pattern as /pattern/i. Empty shows everything."),
      value: this.#filter.text,
      validateInput: (value) => {
        try {
          filterTest({ text: value, level: "trace" });
          return undefined;
        } catch (error) {
          return String(error instanceof Error ? error.message : error);
        }
      },
    });
    if (text === undefined) return;
    this.#redraw(() => {
      this.#filter = { ...this.#filter, text };
    });
  }

  #text(): string {
    const names = this.#containers.length > 1;
    return this.#buffer.lines
      .filter(({ text }) => this.#passes(text))
      .map(({ source, time, text }) => {
        const plain = safeLine(text).replace(/\x1b\[[\d;:]*m/g, "");
        const name = names ? `${this.#containers[source]?.name} | ` : "";
        return `${name}${this.#timestamps ? `${time} ` : ""}${plain}\n`;
      })
      .join("");
  }

  async #openDocument(): Promise<void> {
    const document = await workspace.openTextDocument({ language: "log", content: this.#text() });
    await window.showTextDocument(document);
  }

  async #save(): Promise<void> {
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const name = `${this.#containers[0]?.name ?? "container"}.log`;
    const uri = await window.showSaveDialog({
      ...(folder && { defaultUri: Uri.joinPath(folder, name) }),
    });
    if (!uri) return;
    await workspace.fs.writeFile(uri, Buffer.from(this.#text()));
    await commands.executeCommand("vscode.open", uri);
  }

  #note(text: string): void {
    this.#written.fire(`\x1b[2m${safeLine(text)}\x1b[0m\r\n`);
  }
}
