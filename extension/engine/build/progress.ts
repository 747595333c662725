// A build's course, put together from what the engine tells: steps by stage with time and CACHED,
// their output, warnings, and the step that failed. It draws nothing.
import { StringDecoder } from "node:string_decoder";
import type { BuildWarning, Trace, Vertex } from "./trace.ts";

export interface Step {
  readonly id: string;
  /** As the engine calls it: `[build 2/5] RUN npm ci`. */
  readonly name: string;
  readonly state: "waiting" | "running" | "done" | "cached" | "failed";
  /** Milliseconds that it has taken, 0 until it is done. */
  readonly duration: number;
  readonly error: string;
}

/** What a listener is told; output comes in whole lines. */
export type BuildEvent =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "output"; readonly step: Step; readonly line: string }
  | { readonly kind: "warning"; readonly warning: BuildWarning }
  | {
      readonly kind: "transfer";
      readonly id: string;
      readonly current: number;
      readonly total: number;
    };

/** Lines of a step's output that are kept for the end. */
const KEPT = 200;

interface Running {
  step: Step;
  decoder: StringDecoder;
  rest: string;
  readonly tail: string[];
}

export class Progress {
  readonly #steps = new Map<string, Running>();
  readonly #tell: (event: BuildEvent) => void;
  readonly warnings: BuildWarning[] = [];

  constructor(tell: (event: BuildEvent) => void = () => {}) {
    this.#tell = tell;
  }

  /** Steps in the order in which they were first heard of. */
  get steps(): readonly Step[] {
    return [...this.#steps.values()].map(({ step }) => step);
  }

  get failed(): Step | undefined {
    return this.steps.find(({ state }) => state === "failed");
  }

  /** The last lines that a step has written. */
  output(step: Step): readonly string[] {
    return this.#steps.get(step.id)?.tail ?? [];
  }

  apply(trace: Trace): void {
    // Before the step that ends with the last of them.
    for (const { id, current, total } of trace.statuses)
      this.#tell({ kind: "transfer", id, current, total });
    for (const vertex of trace.vertexes) this.#update(stepOf(vertex));
    for (const { vertex, data } of trace.logs) this.write(vertex, data);
    for (const warning of trace.warnings) this.#warn(warning);
    for (const { digest, completed } of trace.vertexes) if (completed) this.#flush(digest);
  }

  /** Starts or changes a step; the classic builder's steps come here without a trace. */
  update(step: Step): void {
    this.#update(step);
    if (step.state !== "running") this.#flush(step.id);
  }

  /** Output of a step, cut anywhere. */
  write(id: string, data: Uint8Array): void {
    const running = this.#steps.get(id);
    if (!running) return;
    const lines = (running.rest + running.decoder.write(Buffer.from(data))).split("\n");
    running.rest = lines.pop() ?? "";
    for (const line of lines) this.#line(running, line);
  }

  #update(step: Step): void {
    const known = this.#steps.get(step.id);
    if (known?.step.state === step.state) return;
    const wasDone = known?.step.state === "done";
    if (known) known.step = step;
    else this.#steps.set(step.id, { step, decoder: new StringDecoder("utf8"), rest: "", tail: [] });
    if (step.state !== "waiting" && step.state !== "running") this.#flush(step.id);
    // A base image is done, and a moment later it was in the cache: that has been told.
    if (wasDone && step.state === "cached") return;
    this.#tell({ kind: "step", step });
  }

  #warn(warning: BuildWarning): void {
    const same = JSON.stringify(warning);
    if (this.warnings.some((known) => JSON.stringify(known) === same)) return;
    this.warnings.push(warning);
    this.#tell({ kind: "warning", warning });
  }

  #flush(id: string): void {
    const running = this.#steps.get(id);
    if (!running?.rest) return;
    const { rest } = running;
    running.rest = "";
    this.#line(running, rest);
  }

  #line(running: Running, line: string): void {
    const clean = line.replace(/\r$/, "");
    running.tail.push(clean);
    if (running.tail.length > KEPT) running.tail.shift();
    this.#tell({ kind: "output", step: running.step, line: clean });
  }
}

function stepOf(vertex: Vertex): Step {
  return {
    id: vertex.digest,
    name: vertex.name,
    state: stateOf(vertex),
    duration: vertex.completed && vertex.started ? vertex.completed - vertex.started : 0,
    error: vertex.error,
  };
}

function stateOf(vertex: Vertex): Step["state"] {
  if (vertex.error) return "failed";
  if (vertex.cached) return "cached";
  if (vertex.completed) return "done";
  return vertex.started ? "running" : "waiting";
}
