// Runs the user's own ShellCheck over scripts, a few at a time, and remembers what it said. Used
// by main.ts alone; whoever asks gets what is known and is told when more is.
import type { ChildProcess } from "node:child_process";
import type { HostShellCheck, ShellFinding } from "./host.ts";

const atOnce = 2;
const mostWaiting = 200;
const mostKept = 2_000;
const longestScript = 64 * 1024;
const patience = 10_000;
/** Milliseconds. */
const settling = 200;

interface Job {
  readonly key: string;
  readonly shell: string;
  readonly script: string;
}

/** ShellCheck's findings by script. A program that cannot be started is not tried again. */
export class ShellCheckRunner implements HostShellCheck {
  readonly #wanted: () => string;
  readonly #changed: () => void;
  readonly #known = new Map<string, readonly ShellFinding[] | undefined>();
  readonly #waiting: Job[] = [];
  readonly #running = new Set<ChildProcess>();
  #program = "";
  #missing = false;
  #answers = 0;
  #timer: NodeJS.Timeout | undefined;

  /** `wanted` gives the program, as the settings have it now; empty: none. */
  constructor(wanted: () => string, changed: () => void) {
    this.#wanted = wanted;
    this.#changed = changed;
    process.once("exit", () => this.stop());
  }

  get answers(): number {
    return this.#answers;
  }

  get available(): boolean {
    this.#choose(this.#wanted());
    return !this.#missing;
  }

  check(shell: string, script: string): readonly ShellFinding[] | undefined {
    this.#choose(this.#wanted());
    if (this.#missing || script.length > longestScript) return undefined;
    const key = `${shell}\n${script}`;
    if (this.#known.has(key)) return this.#known.get(key);
    if (this.#waiting.length >= mostWaiting) return undefined;
    if (this.#known.size >= mostKept) {
      this.#known.clear();
      this.#answers++;
    }
    this.#known.set(key, undefined);
    this.#waiting.push({ key, shell, script });
    // Starting a program takes milliseconds: first the own findings, then this.
    if (this.#timer === undefined)
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#next();
      }, settling).unref();
    return undefined;
  }

  /** Another program may say other things. */
  #choose(program: string): void {
    if (program === this.#program) return;
    this.stop();
    this.#known.clear();
    this.#answers++;
    this.#program = program;
    this.#missing = program === "";
  }

  /** Ends what still runs. */
  stop(): void {
    this.#waiting.length = 0;
    for (const child of this.#running) child.kill();
  }

  #next(): void {
    while (this.#running.size < atOnce) {
      const job = this.#waiting.shift();
      if (job === undefined) return;
      this.#start(job);
    }
  }

  #start({ key, shell, script }: Job): void {
    // Read with the first script: most starts of the server need no other program.
    const { spawn } = process.getBuiltinModule("node:child_process");
    const child = spawn(
      this.#program,
      ["--norc", "--format=json1", `--shell=${shell}`, "--exclude=1090,1091,2187", "-"],
      { stdio: ["pipe", "pipe", "ignore"], timeout: patience, windowsHide: true },
    );
    this.#running.add(child);
    const program = this.#program;
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      output += chunk;
    });
    child.on("error", () => {
      if (program !== this.#program) return;
      this.#missing = true;
      this.#answers++;
      this.#waiting.length = 0;
    });
    child.stdin.on("error", () => undefined); // It ended before it had read all.
    child.on("close", () => {
      this.#running.delete(child);
      const findings = findingsIn(output);
      if (findings && program === this.#program && this.#known.has(key)) {
        this.#known.set(key, findings);
        this.#answers++;
        this.#changed();
      }
      this.#next();
    });
    child.stdin.end(script);
  }
}

/** What stands in its `json1` output; `undefined` if that is none. */
function findingsIn(output: string): readonly ShellFinding[] | undefined {
  try {
    const { comments } = JSON.parse(output) as { comments?: unknown };
    return Array.isArray(comments) ? (comments as ShellFinding[]) : undefined;
  } catch {
    return undefined;
  }
}
