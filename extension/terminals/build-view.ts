// A build's course as lines for a terminal: steps with time and CACHED, their output, and at the
// end what failed or came out. Pure: it draws nothing by itself.
import type { BuildError, BuildResult } from "../engine/build/build.ts";
import type { BuildEvent, Step } from "../engine/build/progress.ts";
import { t } from "../engine/text.ts";
import { size } from "../wording/format.ts";
import { safeLine } from "./safe-output.ts";

const dim = (text: string) => `\x1b[2m${text}\x1b[0m`;
const bold = (text: string) => `\x1b[1m${text}\x1b[0m`;
const green = (text: string) => `\x1b[32m${text}\x1b[0m`;
const red = (text: string) => `\x1b[31m${text}\x1b[0m`;
const yellow = (text: string) => `\x1b[33m${text}\x1b[0m`;

/** The lines of an instruction stand indented in it: blanks of that are no news. */
const nameOf = ({ name }: Step) => safeLine(name.replace(/\s+/g, " "));

/** Bytes from which on it is worth saying that they are on their way. */
const MUCH = 1_000_000;

export class BuildView {
  /** The step whose output was shown last: another one's gets its name before it. */
  #speaking = "";
  /** Bytes of the build context that were sent. */
  #sent = 0;
  /** What is fetched for base images, by layer. */
  readonly #layers = new Map<string, { readonly current: number; readonly total: number }>();

  /** How far what takes its time has come, for the last line; empty where there is nothing to say. */
  get status(): string {
    if (this.#sent >= MUCH)
      return dim(`  ${t("Sending the build context: {0}", size(this.#sent))}`);
    let current = 0;
    let total = 0;
    for (const layer of this.#layers.values()) {
      current += layer.current;
      total += layer.total;
    }
    if (total < MUCH || current >= total) return "";
    return dim(`  ${t("Downloading: {0} of {1}", size(current), size(total))}`);
  }

  /** The lines that an event adds. */
  lines(event: BuildEvent): string[] {
    if (event.kind === "output") return this.#output(event.step, event.line);
    if (event.kind === "warning")
      return [yellow(`! ${safeLine(`${event.warning.code} ${event.warning.message}`.trim())}`)];
    if (event.kind === "step") return [...this.#transferred(event.step), ...this.#step(event.step)];
    const { id, current, total } = event;
    if (id.startsWith("transferring context")) this.#sent = current;
    else if (total > 0) this.#layers.set(id, { current, total });
    return [];
  }

  /** A step that has ended has nothing more on its way. */
  #transferred({ name, state, duration }: Step): string[] {
    if (state === "waiting" || state === "running") return [];
    if (/\bFROM\b/.test(name)) this.#layers.clear();
    if (!/^\[internal\] load (build context|\.dockerignore)/.test(name)) return [];
    const sent = this.#sent;
    this.#sent = 0;
    if (sent < MUCH || state !== "done") return [];
    return [`${green("✓")} ${t("Build context sent: {0}", size(sent))} ${dim(seconds(duration))}`];
  }

  #output(step: Step, line: string): string[] {
    const shown = `  ${dim("│")} ${safeLine(line)}`;
    if (this.#speaking === step.id) return [shown];
    this.#speaking = step.id;
    return [dim(`  ${nameOf(step)}`), shown];
  }

  #step(step: Step): string[] {
    const name = nameOf(step);
    switch (step.state) {
      case "running":
        if (name.startsWith("[internal]")) return [];
        this.#speaking = step.id;
        return [`▸ ${bold(name)}`];
      case "done":
        return name.startsWith("[internal]")
          ? []
          : [`${green("✓")} ${name} ${dim(seconds(step.duration))}`];
      case "cached":
        return [`${green("✓")} ${name} ${dim("CACHED")}`];
      case "failed":
        return [red(`✗ ${name}`)];
      default:
        return [];
    }
  }
}

/** `1.2 s` */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/**
 * The last words on a build that failed: the step's output again, and its place in the form that
 * the problem matcher `$dockwright-build` reads, `Dockerfile:3: error: …`.
 */
export function failureLines(error: BuildError, place: string): string[] {
  const tail = error.output.slice(-20).map((line) => `  ${dim("│")} ${safeLine(line)}`);
  return [
    "",
    red(bold(t("The build failed."))),
    ...(error.step ? [nameOf(error.step), ...tail] : []),
    red(safeLine(place ? `${place}: error: ${error.message}` : error.message)),
    ...(error.remedy ? [yellow(error.remedy)] : []),
  ];
}

/** The last words on a build that went well. */
export function successLines(result: BuildResult, name: string, size: string): string[] {
  const steps = result.steps.filter(({ name }) => /^\[(?!internal\])/.test(name));
  const cached = steps.filter(({ state }) => state === "cached").length;
  return [
    "",
    green(bold(t("Built {0}", name))),
    dim(`${result.imageId} · ${size} · ${seconds(result.duration)}`),
    ...(cached > 0 ? [dim(t("From the cache: {0} of {1} steps.", cached, steps.length))] : []),
  ];
}

/** What an instruction added to the image. */
export interface InstructionSize {
  readonly instruction: string;
  /** Bytes. */
  readonly size: number;
  /** The same for people. */
  readonly shown: string;
}

/** Instructions that are shown with their size: the largest ones, in the order of the Dockerfile. */
const LARGEST = 8;

/** Where the image's size comes from. `layers` as the engine's history gives them, newest first. */
export function sizeLines(layers: readonly InstructionSize[]): string[] {
  const large = layers
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size)
    .slice(0, LARGEST);
  if (large.length < 2) return [];
  const width = Math.max(...large.map(({ shown }) => shown.length));
  const ordered = layers.filter((layer) => large.includes(layer)).reverse();
  return [
    dim(t("Size by instruction:")),
    ...ordered.map(({ instruction, shown }) =>
      dim(`  ${shown.padStart(width)}  ${cut(safeLine(instruction.replace(/\s+/g, " ")), 100)}`),
    ),
  ];
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
