// The terminal of a build. Closing it, or Ctrl+C, cancels; Enter builds again. What failed and what
// BuildKit warns of becomes a diagnostic of the Dockerfile.
import { EventEmitter, workspace } from "vscode";
import {
  BuildError,
  type BuildOptions,
  type BuildResult,
  buildImage,
} from "../engine/build/build.ts";
import { buildEngineOf } from "../engine/build/build-engine.ts";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { history, inspect } from "../engine/verbs/images.ts";
import { instructionOf } from "../views/images.ts";
import { shortId, size } from "../wording/format.ts";
import type { ReadFacts } from "../workspace/dockerfiles.ts";
import { clearProblems, failedLine, showFailure, showWarnings } from "./build-problems.ts";
import {
  BuildView,
  failureLines,
  type InstructionSize,
  sizeLines,
  successLines,
} from "./build-view.ts";
import { closesEnded, type ReusableTerminal } from "./open.ts";
import { safeLine } from "./safe-output.ts";

export interface BuildWish {
  readonly engine: () => Promise<Engine>;
  readonly options: BuildOptions & { readonly dockerfile: string };
  readonly facts: ReadFacts;
  /** The docker line that equals it. */
  readonly line: string;
  readonly onBuilt?: (result: BuildResult) => void;
  /** A task's terminal ends with the build; another one waits for keys. */
  readonly isTask?: boolean;
}

async function sizeOf(engine: Engine, { imageId }: BuildResult): Promise<string> {
  return size((await inspect(engine, imageId)).Size);
}

async function layersOf(engine: Engine, { imageId }: BuildResult): Promise<InstructionSize[]> {
  return (await history(engine, imageId)).map((layer) => ({
    // An imported image has no instruction that made it.
    instruction: instructionOf(layer.createdBy) || t("the base image"),
    size: layer.size,
    shown: size(layer.size),
  }));
}

export class BuildTerminal implements ReusableTerminal {
  readonly #wish: BuildWish;
  readonly #written = new EventEmitter<string>();
  readonly #closed = new EventEmitter<number>();
  readonly onDidWrite = this.#written.event;
  readonly onDidClose = this.#closed.event;
  #control: AbortController | undefined;
  #status = "";

  constructor(wish: BuildWish) {
    this.#wish = wish;
  }

  open(): void {
    void this.#run();
  }

  close(): void {
    this.#control?.abort();
  }

  shownAgain(): void {
    if (!this.#control) void this.#run();
  }

  handleInput(data: string): void {
    if (data === "\x03" && this.#control) this.#control.abort();
    else if (this.#control) return;
    else if (data === "\r") void this.#run();
    else if (closesEnded(data)) this.#closed.fire(0);
  }

  async #run(): Promise<void> {
    const control = new AbortController();
    this.#control = control;
    this.#say([`\x1b[2m$ ${this.#wish.line}\x1b[0m`]);
    const code = await this.#build(control.signal);
    this.#control = undefined;
    if (this.#wish.isTask) this.#closed.fire(code);
    else
      this.#say([
        `\x1b[2m${t("Press Enter to build again, or any other key to close the terminal.")}\x1b[0m`,
      ]);
  }

  async #build(signal: AbortSignal): Promise<number> {
    const { options } = this.#wish;
    const view = new BuildView();
    clearProblems(options.dockerfile);
    try {
      const engine = await this.#wish.engine();
      const result = await buildImage(await buildEngineOf(engine), options, {
        signal,
        onProgress: (event) => this.#say(view.lines(event), view.status),
      });
      showWarnings(options.dockerfile, result.warnings);
      const name = options.tags?.[0] || shortId(result.imageId);
      this.#say(successLines(result, name, await sizeOf(engine, result)));
      this.#say(sizeLines(await layersOf(engine, result)));
      this.#wish.onBuilt?.(result);
      return 0;
    } catch (error) {
      await this.#failed(error);
      return 1;
    }
  }

  async #failed(error: unknown): Promise<void> {
    const { options } = this.#wish;
    if (!(error instanceof BuildError)) {
      const said = error instanceof Error ? error.message : String(error);
      this.#say(said.split("\n").map((line) => `\x1b[31m${safeLine(line)}\x1b[0m`));
      return;
    }
    const facts = await this.#wish.facts(options.dockerfile).catch(() => undefined);
    const line = facts && failedLine(error, facts);
    showWarnings(options.dockerfile, error.warnings);
    if (line) showFailure(options.dockerfile, line, error);
    const place = line ? `${workspace.asRelativePath(options.dockerfile)}:${line.start}` : "";
    this.#say(failureLines(error, place));
  }

  /** `status` stands on the last line until more comes. */
  #say(lines: readonly string[], status = ""): void {
    if (lines.length === 0 && status === this.#status) return;
    const instead = this.#status ? "\r\x1b[K" : "";
    this.#status = status;
    this.#written.fire(`${instead}${lines.map((line) => `${line}\r\n`).join("")}${status}`);
  }
}
