// The terminal of logs: follows one or several containers, newest lines last, memory bounded. Keys
// filter, pause, and hand the text on; the text itself is log-lines.ts.
import { EventEmitter } from "vscode";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { setting } from "../settings.ts";
import { type ContainerName, localMounts } from "./exec.ts";
import type { NamesFiles } from "./file-links.ts";
import { FOLD_MARK, FoldedLines } from "./folded-lines.ts";
import { KEPT } from "./follow-logs.ts";
import type { FoldsJson } from "./json-links.ts";
import { LastingLog } from "./lasting-log.ts";
import type { Level } from "./levels.ts";
import { LineBuffer } from "./line-buffer.ts";
import { foldJson } from "./log-json.ts";
import { filterTest, type LogEntry, type LogFilter } from "./log-lines.ts";
import { askFilter, askSince, openText, saveText } from "./log-questions.ts";
import { type LogsOf, type LogsWish, logsLines } from "./logs-wish.ts";
import { openTerminal, type ReusableTerminal, type ShowOptions } from "./open.ts";
import { safeLine } from "./safe-output.ts";

/** Lines drawn at a time: more than these nobody reads, and a terminal takes no more. */
const DRAWN = 2_000;
const DRAW_EVERY = 50;
const COLOURS = [36, 33, 32, 35, 34, 96, 93, 92, 95, 94];
const LEVELS: readonly Level[] = ["trace", "info", "warn", "error"];

/** Opens the log of one container, or of several in one terminal. */
export function openLogs(
  engine: Engine,
  containers: readonly ContainerName[],
  wish: LogsWish,
  { title = containers.map(({ name }) => name).join(", "), project }: LogsOf = {},
  show?: ShowOptions,
): void {
  const ids = containers.map(({ id }) => id);
  openTerminal(
    {
      key: `logs ${ids.join(" ")}`,
      name: title,
      icon: "output",
      lines: logsLines(engine, containers, wish, project),
      make: () => new LogsTerminal(engine, containers, wish, project),
      again: {
        ...{ kind: "logs", title, engine: engine.endpoint.host, containers: ids },
        ...(project && { project }),
      },
    },
    show,
  );
}

/** What the settings say of logs. */
export function logsAsSet(): LogsWish {
  return { tail: setting("logs.tail", 1000), timestamps: setting("logs.timestamps", false) };
}

class LogsTerminal implements ReusableTerminal, NamesFiles, FoldsJson {
  readonly #engine: Engine;
  /** Grows by those of the project that start later. */
  readonly #containers: ContainerName[];
  readonly #project: LogsOf["project"];
  readonly #tail: number;
  #since: string;
  readonly #written = new EventEmitter<string>();
  readonly #closed = new EventEmitter<void>();
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;
  readonly #buffer = new LineBuffer(KEPT);
  readonly #foldedLines = new FoldedLines();
  #following: AbortController | undefined;
  #hasEnded = false;
  #pending: LogEntry[] = [];
  #skipped = 0;
  #timer: NodeJS.Timeout | undefined;
  #timestamps: boolean;
  #folded = true;
  #paused = false;
  #filter: LogFilter = { text: "", level: "trace" };
  #passes = filterTest(this.#filter);

  constructor(
    engine: Engine,
    containers: readonly ContainerName[],
    wish: LogsWish,
    project: LogsOf["project"],
  ) {
    this.#engine = engine;
    this.#containers = [...containers];
    this.#project = project;
    this.#tail = wish.tail;
    this.#since = wish.since ?? "";
    this.#timestamps = wish.timestamps;
  }

  get #fileName(): string {
    return (
      this.#project?.name ??
      this.#containers
        .map(({ name }) => name)
        .join("-")
        .slice(0, 80)
    );
  }

  get mounts() {
    return this.#containers.flatMap((container) => localMounts(this.#engine, container));
  }

  open(): void {
    this.#restart();
  }

  close(): void {
    this.#following?.abort();
    this.#following = undefined;
    clearTimeout(this.#timer);
  }

  shownAgain(): void {
    if (this.#hasEnded) this.#restart();
  }

  /** Begins anew: the lines so far come again, as far as they are asked for. */
  #restart(): void {
    this.close();
    this.#timer = undefined;
    this.#redraw(() => this.#buffer.clear());
    this.#note(
      t("p pause · / filter · l level · w since · t time · j JSON · o open · s save · c clear"),
    );
    const wish = { tail: this.#tail, since: this.#since, timestamps: this.#timestamps };
    for (const line of logsLines(this.#engine, this.#containers, wish, this.#project))
      this.#note(`$ ${line}`);
    this.#following = new AbortController();
    this.#hasEnded = false;
    const log = new LastingLog(this.#engine, this.#containers, this.#project, wish, {
      signal: this.#following.signal,
      take: (entry) => this.#take(entry),
      note: (text) => this.#tell(text),
      goesOn: (does) => {
        this.#hasEnded = !does;
        if (!does) this.#tell(t("The log has ended. Press Enter to follow it again."));
      },
    });
    void log.begin();
  }

  /** Below the lines that have come by now. */
  #tell(text: string): void {
    if (!this.#paused) this.#draw();
    this.#note(text);
  }

  handleInput(data: string): void {
    const keys: Readonly<Record<string, () => unknown>> = {
      p: () => this.#pause(),
      " ": () => this.#pause(),
      "/": () => this.#changeFilter(),
      w: () => this.#changeSince(),
      "\r": () => this.shownAgain(),
      l: () => this.#nextLevel(),
      t: () => this.#redraw(() => (this.#timestamps = !this.#timestamps)),
      j: () => this.#redraw(() => (this.#folded = !this.#folded)),
      o: () => openText(this.#text()),
      s: () => saveText(this.#fileName, this.#text()),
      c: () => this.#redraw(() => this.#buffer.clear()),
      "\x03": () => this.#closed.fire(),
    };
    keys[data]?.();
  }

  #take(entry: LogEntry): void {
    this.#buffer.push(entry);
    this.#queue(entry);
  }

  #queue(entry: LogEntry): void {
    if (!this.#passes(entry)) return;
    this.#pending.push(entry);
    if (this.#pending.length >= 2 * DRAWN) {
      this.#skipped += this.#pending.length - DRAWN;
      this.#pending = this.#pending.slice(-DRAWN);
    }
    if (!this.#paused) this.#timer ??= setTimeout(() => this.#draw(), DRAW_EVERY);
  }

  #draw(): void {
    this.#timer = undefined;
    const lines = this.#pending.slice(-DRAWN);
    const skipped = this.#skipped;
    this.#pending = [];
    this.#skipped = 0;
    if (skipped > 0) this.#note(t("{0} lines came too fast to be shown.", skipped));
    if (lines.length > 0)
      this.#written.fire(lines.map((entry) => `${this.#line(entry)}\r\n`).join(""));
  }

  #line({ source, time, text }: LogEntry): string {
    const stamp = this.#timestamps && time ? `\x1b[2m${time}\x1b[0m ` : "";
    const head = this.#prefix(source) + stamp;
    const folded = this.#folded ? foldJson(text) : text;
    if (folded === text) return head + safeLine(text);
    const line = `${head}${safeLine(folded)} \x1b[2m${FOLD_MARK}\x1b[0m`;
    this.#foldedLines.remember(line, text);
    return line;
  }

  #prefix(source: number): string {
    if (this.#containers.length < 2) return "";
    const colour = COLOURS[source % COLOURS.length];
    return `\x1b[${colour}m${this.#containers[source]?.name} |\x1b[0m `;
  }

  wholeLine(line: string): string | undefined {
    return this.#foldedLines.whole(line);
  }

  #redraw(change: () => void): void {
    change();
    this.#passes = filterTest(this.#filter);
    this.#pending = this.#buffer.lines.filter(this.#passes).slice(-DRAWN);
    this.#skipped = 0;
    this.#written.fire("\x1b[2J\x1b[3J\x1b[H");
    this.#draw();
    this.#tellFilter();
  }

  /** Below the lines, what of them is not seen. */
  #tellFilter(): void {
    const { text, level } = this.#filter;
    if (level !== "trace") this.#note(t("Level: {0}", level));
    if (text) this.#note(t("Only lines with: {0}", text));
    if (this.#paused) this.#note(t("Paused. Press p to continue."));
  }

  #pause(): void {
    this.#paused = !this.#paused;
    if (this.#paused) this.#note(t("Paused. Press p to continue."));
    else this.#draw();
  }

  #nextLevel(): void {
    const next = LEVELS[(LEVELS.indexOf(this.#filter.level) + 1) % LEVELS.length] ?? "trace";
    this.#redraw(() => {
      this.#filter = { ...this.#filter, level: next };
    });
  }

  async #changeFilter(): Promise<void> {
    const text = await askFilter(this.#filter.text);
    if (text === undefined) return;
    this.#redraw(() => {
      this.#filter = { ...this.#filter, text };
    });
  }

  async #changeSince(): Promise<void> {
    const since = await askSince(this.#since);
    if (since === undefined) return;
    this.#since = since.trim();
    this.#restart();
  }

  #text(): string {
    const names = this.#containers.length > 1;
    return this.#buffer.lines
      .filter(filterTest(this.#filter))
      .map(({ source, time, text }) => {
        const plain = safeLine(text).replace(/\x1b\[[\d;:]*m/g, "");
        const name = names ? `${this.#containers[source]?.name} | ` : "";
        return `${name}${this.#timestamps ? `${time} ` : ""}${plain}\n`;
      })
      .join("");
  }

  #note(text: string): void {
    this.#written.fire(`\x1b[2m${safeLine(text)}\x1b[0m\r\n`);
  }
}
