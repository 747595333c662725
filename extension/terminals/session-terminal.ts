// A Pseudoterminal on a process in a container. What the process is, and what closing does to it,
// says the one who makes it (exec.ts, attach.ts, run.ts).
import { StringDecoder } from "node:string_decoder";
import { setTimeout as pause } from "node:timers/promises";
import { EventEmitter, type TerminalDimensions } from "vscode";
import { cutOff, EngineError } from "../engine/errors.ts";
import type { Session } from "../engine/streams/terminal-session.ts";
import { t } from "../engine/text.ts";
import type { PathMount } from "./container-paths.ts";
import { exitCodeText, KILLED, outOfMemoryText } from "./exit-codes.ts";
import type { NamesFiles } from "./file-links.ts";
import { Flow } from "./flow.ts";
import { closesEnded, type ReusableTerminal } from "./open.ts";
import { SafeOutput } from "./safe-output.ts";
import { TypedLine } from "./typed-line.ts";

export interface Process {
  readonly session: Session;
  readonly tty: boolean;
  /** What becomes of the process when its terminal is closed; missing: nothing. */
  readonly end?: () => void;
  /** What Ctrl+C does where no terminal in the container knows it; missing: it leaves the process. */
  readonly interrupt?: () => void;
  /** Whether memory ran out in its container since then (milliseconds since 1970). */
  readonly ranOutOfMemory?: (since: number) => Promise<boolean>;
}

export interface SessionWish {
  /** Begins the process; once more when the person wants it again. */
  readonly start: () => Promise<Process>;
  /** Where the folders of its container come from, for links to files. */
  readonly mounts?: readonly PathMount[];
  /** The docker line that equals it. */
  readonly line: string;
  /** What is good to know before one types. */
  readonly hint?: string;
  /** Said when the person has detached. */
  readonly detached?: string;
  /** Said when it has ended, of the keys that do something then. */
  readonly again?: string;
  /** Ctrl+P and Ctrl+Q go to the process, and not to VS Code. */
  readonly takesDetachKeys?: boolean;
  /** Told when the process is there, and when it has ended or been left. */
  readonly onLeft?: (isLeft: boolean) => void;
  /** A task's terminal ends with the process; another one waits for keys. */
  readonly isTask?: boolean;
}

const dim = (text: string) => `\x1b[2m${text}\x1b[0m`;
const red = (text: string) => `\x1b[31m${text}\x1b[0m`;
const leavingHint = () =>
  t("Ctrl+C goes to the program; Ctrl+P Ctrl+Q detaches and leaves it running.");
const againHint = () => t("Press Enter to run it again, or any other key to close the terminal.");
const DETACH = "\x10\x11";
/** An engine that has gone is told of; a process that only was left has no exit code yet. */
const isCut = (error: unknown): error is EngineError =>
  error instanceof EngineError && error.kind === "unreachable";
/** What is typed before the process is there waits for it, up to this many characters. */
const MOST_WAITING = 64 * 1024;
/** An engine that refuses says no more. */
const MOST_SAID = 2000;

export class SessionTerminal implements ReusableTerminal, NamesFiles {
  readonly #wish: SessionWish;
  readonly #written = new EventEmitter<string>();
  readonly #closed = new EventEmitter<number>();
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;
  #size: TerminalDimensions | undefined;
  #process: Process | undefined;
  #state: "starting" | "running" | "ended" | "closed" = "starting";
  #typed = "";
  readonly #line = new TypedLine();
  #waiting = "";
  /** What the process has put out, as long as that is little. */
  #said = "";
  #begun = 0;
  #code = 0;

  constructor(wish: SessionWish) {
    this.#wish = wish;
  }

  get mounts(): readonly PathMount[] {
    return this.#wish.mounts ?? [];
  }

  get takesDetachKeys(): boolean {
    return this.#wish.takesDetachKeys ?? false;
  }

  open(size: TerminalDimensions | undefined): void {
    this.#size = size;
    void this.#run();
  }

  close(): void {
    this.#state = "closed";
    this.#process?.end?.();
    if (!this.#process?.end) this.#process?.session.close();
  }

  shownAgain(): void {
    if (this.#state === "ended") void this.#run();
  }

  setDimensions(size: TerminalDimensions): void {
    this.#size = size;
    this.#resize();
  }

  handleInput(data: string): void {
    if (this.#state === "ended") {
      if (data === "\r") void this.#run();
      else if (closesEnded(data)) this.#closed.fire(this.#code);
      return;
    }
    if (this.#process) this.#type(this.#process, data);
    else if (data === "\x03") this.#closed.fire(130);
    else if (this.#waiting.length + data.length <= MOST_WAITING) this.#waiting += data;
  }

  #type(process: Process, data: string): void {
    this.#typed = (this.#typed + data).slice(-DETACH.length);
    if (process.tty) void process.session.write(data);
    else this.#typeLine(process, data);
  }

  /** Without a terminal in the container nobody edits or echoes what is typed, and Ctrl+C is only ours. */
  #typeLine({ session, interrupt = () => session.close() }: Process, data: string): void {
    const { echo, text, end } = this.#line.take(data);
    if (echo) this.#written.fire(echo);
    if (text) void session.write(text);
    if (this.#typed === DETACH) session.close();
    else if (end === "interrupt") interrupt();
    else if (end === "input") session.endInput();
  }

  async #run(): Promise<void> {
    this.#state = "starting";
    this.#typed = "";
    this.#waiting = "";
    this.#said = "";
    this.#begun = Date.now();
    this.#written.fire(`${dim(`$ ${this.#wish.line}`)}\r\n`);
    if (this.takesDetachKeys) this.#written.fire(`${dim(leavingHint())}\r\n`);
    if (this.#wish.hint) this.#written.fire(`${dim(this.#wish.hint)}\r\n`);
    try {
      const process = await this.#wish.start();
      this.#process = process;
      if (this.isClosed) return this.close();
      this.#state = "running";
      this.#wish.onLeft?.(false);
      this.#resize();
      if (this.#waiting) this.#type(process, this.#waiting);
      await this.#show(process);
      if (!this.isClosed) await this.#finish(process);
    } catch (error) {
      this.#code = 125;
      this.#say(red(error instanceof Error ? error.message : String(error)));
    } finally {
      this.#process = undefined;
      if (!this.isClosed) this.#ended();
    }
  }

  get isClosed(): boolean {
    return this.#state === "closed";
  }

  async #show({ session, tty }: Process): Promise<void> {
    const safe = new SafeOutput("screen");
    const flow = new Flow();
    const decoders = { stdout: new StringDecoder("utf8"), stderr: new StringDecoder("utf8") };
    for await (const { stream, bytes } of session.output) {
      const text = safe.push(decoders[stream].write(bytes));
      if (this.#said.length < MOST_SAID) this.#said += text;
      this.#written.fire(tty ? text : text.replace(/\r?\n/g, "\r\n"));
      const wait = flow.pauseAfter(text.length);
      if (wait > 0) await pause(wait);
    }
    this.#written.fire(safe.ending());
  }

  async #finish({ session, ranOutOfMemory }: Process): Promise<void> {
    if (this.#typed === DETACH && this.#wish.detached) {
      this.#say(dim(this.#wish.detached));
      return;
    }
    const code = await session.exitCode().catch((error: unknown) => {
      if (isCut(error)) this.#say(red(cutOff(error).message));
    });
    if (code === undefined) return;
    this.#code = code;
    const isMemory = code === KILLED && (await ranOutOfMemory?.(this.#begun));
    const text = isMemory ? outOfMemoryText() : exitCodeText(code, this.#said);
    this.#say(code === 0 ? dim(text) : red(text));
  }

  #ended(): void {
    this.#state = "ended";
    this.#wish.onLeft?.(true);
    if (this.#wish.isTask) this.#closed.fire(this.#code);
    else this.#say(dim(this.#wish.again ?? againHint()));
  }

  #say(text: string): void {
    this.#written.fire(`\r\n${text.replace(/\r?\n/g, "\r\n")}\r\n`);
  }

  #resize(): void {
    const size = this.#size;
    if (!size || !this.#process?.tty) return;
    this.#process.session.resize(size.columns, size.rows).catch(() => {});
  }
}
