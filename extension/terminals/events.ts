// The terminal of an engine's events: live, the last hour first, filtered by keys. Ends with the connection, and goes on by a key.
import { EventEmitter } from "vscode";
import { dockerLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import { clean, toEngineError } from "../engine/errors.ts";
import { type EngineEvent, events } from "../engine/model/events.ts";
import { t } from "../engine/text.ts";
import { eventLine, eventText } from "./event-lines.ts";
import { filterTest } from "./log-lines.ts";
import { askFilter, openText } from "./log-questions.ts";
import { openTerminal, type ReusableTerminal } from "./open.ts";
import { safeLine } from "./safe-output.ts";

const kept = 2000;
const hour = 3600;

/** Opens the events of an engine in a terminal, or shows the one that is open. */
export function openEvents(engine: Engine, name: string): void {
  openTerminal({
    key: `events ${engine.endpoint.host}`,
    name: t("Events of {0}", name),
    icon: "pulse",
    make: () => new EventsTerminal(engine),
  });
}

class EventsTerminal implements ReusableTerminal {
  readonly #engine: Engine;
  readonly #written = new EventEmitter<string>();
  readonly #closed = new EventEmitter<void>();
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;
  #events: EngineEvent[] = [];
  #following: AbortController | undefined;
  #paused = false;
  #filter = "";

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  open(): void {
    this.shownAgain();
  }

  close(): void {
    this.#following?.abort();
    this.#following = undefined;
  }

  shownAgain(): void {
    if (this.#following) return;
    const control = new AbortController();
    this.#following = control;
    this.#note(t("p pauses · / filters · o opens as document · c clears"));
    this.#note(`$ ${dockerLine("events", "--since", "1h")}`);
    void this.#follow(control.signal).then((trouble) => {
      if (this.#following !== control) return;
      this.#following = undefined;
      this.#note([trouble, t("Enter follows the events again.")].filter(Boolean).join(" "));
    });
  }

  handleInput(data: string): void {
    const keys: Readonly<Record<string, () => unknown>> = {
      p: () => this.#pause(),
      " ": () => this.#pause(),
      "/": () => this.#changeFilter(),
      o: () =>
        openText(
          this.#shown()
            .map((event) => `${clean(eventText(event))}\n`)
            .join(""),
        ),
      c: () => this.#clear(),
      "\r": () => this.shownAgain(),
      "\x03": () => this.#closed.fire(),
    };
    keys[data]?.();
  }

  /** Gives what ended it. */
  async #follow(signal: AbortSignal): Promise<string> {
    // What has been shown before does not come again.
    const last = this.#events.at(-1)?.time;
    const since = last === undefined ? Math.floor(Date.now() / 1000) - hour : (last + 0.001) / 1000;
    try {
      for await (const event of events(this.#engine, { since, signal })) this.#take(event);
      return t("The engine has ended the stream.");
    } catch (error) {
      return toEngineError(error).message;
    }
  }

  #take(event: EngineEvent): void {
    this.#events.push(event);
    if (this.#events.length > 2 * kept) this.#events = this.#events.slice(-kept);
    if (!this.#paused && this.#passes(event)) this.#write(event);
  }

  #passes(event: EngineEvent): boolean {
    return filterTest({ text: this.#filter, level: "trace" })(eventText(event));
  }

  #shown(): EngineEvent[] {
    return this.#events.filter((event) => this.#passes(event)).slice(-kept);
  }

  #write(event: EngineEvent): void {
    this.#written.fire(`${eventLine(event, clean)}\r\n`);
  }

  #redraw(): void {
    this.#written.fire("\x1b[2J\x1b[3J\x1b[H");
    for (const event of this.#shown()) this.#write(event);
  }

  #pause(): void {
    this.#paused = !this.#paused;
    if (this.#paused) this.#note(t("Paused: p goes on."));
    else this.#redraw();
  }

  #clear(): void {
    // The last one stays as the mark from where to go on.
    this.#written.fire("\x1b[2J\x1b[3J\x1b[H");
    this.#events = this.#events.slice(-1);
  }

  async #changeFilter(): Promise<void> {
    const text = await askFilter(this.#filter);
    if (text === undefined) return;
    this.#filter = text;
    this.#redraw();
    if (text) this.#note(t("Filter: {0}", text));
  }

  #note(text: string): void {
    this.#written.fire(`\x1b[2m${safeLine(text)}\x1b[0m\r\n`);
  }
}
