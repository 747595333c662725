// Keeps a log going when its containers stop and start again, and takes in containers of its project that
// start later. Where the engine tells of no starts, the log ends with its containers.
import type { Engine } from "../engine/engine.ts";
import { events } from "../engine/model/events.ts";
import { t } from "../engine/text.ts";
import { followBehind, followLogs, type LogListener, type Named } from "./follow-logs.ts";
import type { LogEntry } from "./log-lines.ts";
import { isOf, type LogsOf, type LogsWish } from "./logs-wish.ts";

export interface LastingListener extends Omit<LogListener, "ended"> {
  /** Told whether any of the containers is being followed. */
  readonly goesOn: (does: boolean) => void;
}

export class LastingLog {
  readonly #engine: Engine;
  /** Grows by those that start later. */
  readonly #containers: Named[];
  readonly #project: LogsOf["project"];
  readonly #wish: LogsWish;
  readonly #listener: LastingListener;
  readonly #followed = new Set<number>();
  /** What has started again before the end of its last run was read. */
  readonly #again = new Set<number>();
  /** The last entry of each container: what follows stands behind it. */
  readonly #last: LogEntry[] = [];

  /** `containers` is added to. */
  constructor(
    engine: Engine,
    containers: Named[],
    project: LogsOf["project"],
    wish: LogsWish,
    listener: LastingListener,
  ) {
    this.#engine = engine;
    this.#containers = containers;
    this.#project = project;
    this.#wish = wish;
    this.#listener = listener;
  }

  /** Follows until the listener's signal is aborted. */
  async begin(): Promise<void> {
    for (const source of this.#containers.keys()) this.#followed.add(source);
    const first = [...this.#containers];
    // No start is to be missed. Without events the log ends with its containers.
    await new Promise<void>((opened) => {
      this.#watchStarts(opened).then(opened, opened);
    });
    await followLogs(this.#engine, first, this.#wish, this.#reader);
  }

  get #reader(): LogListener {
    const { signal, note } = this.#listener;
    const take = (entry: LogEntry) => {
      this.#last[entry.source] = entry;
      this.#listener.take(entry);
    };
    return { signal, note, take, ended: (source) => this.#ended(source) };
  }

  async #watchStarts(onOpen: () => void): Promise<void> {
    const filters = { type: ["container"], event: ["start"] };
    const { signal } = this.#listener;
    const starts = events(this.#engine, { filters, signal, onOpen });
    for await (const { id, attributes } of starts) {
      const { name = id.slice(0, 12) } = attributes;
      const known = this.#containers.findIndex((one) => one.id === id);
      if (known >= 0) this.#started(known);
      else if (this.#isMeant(attributes)) this.#started(this.#add(id, name));
    }
  }

  #isMeant(labels: Readonly<Record<string, string>>): boolean {
    const project = labels["com.docker.compose.project"];
    const service = labels["com.docker.compose.service"];
    return this.#project !== undefined && isOf(this.#project, { project, service });
  }

  #add(id: string, name: string): number {
    return this.#containers.push(this.#engine.model.containers.get(id) ?? { id, name }) - 1;
  }

  #started(source: number): void {
    if (this.#followed.has(source)) this.#again.add(source);
    else void this.#followOn(source);
  }

  async #followOn(source: number): Promise<void> {
    const container = this.#containers[source] as Named;
    this.#followed.add(source);
    this.#listener.note(t("{0} has started.", container.name));
    this.#listener.goesOn(true);
    const last = this.#last[source];
    const taken = last ? [last] : [];
    await followBehind(this.#engine, container, source, taken, this.#wish, this.#reader);
    this.#ended(source);
  }

  #ended(source: number): void {
    if (this.#listener.signal.aborted) return;
    this.#followed.delete(source);
    if (this.#again.delete(source)) void this.#followOn(source);
    else if (this.#followed.size === 0) this.#listener.goesOn(false);
    else this.#listener.note(t("{0} has stopped.", this.#containers[source]?.name ?? ""));
  }
}
