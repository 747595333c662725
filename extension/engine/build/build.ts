// Builds an image: with BuildKit and a session where the engine has them, else in the classic way.
// It draws nothing and asks nothing.
import { randomUUID } from "node:crypto";
import { access } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { basename, dirname, resolve } from "node:path";
import { EngineError, toEngineError } from "../errors.ts";
import { jsonLines } from "../streams/json-lines.ts";
import { t } from "../text.ts";
import { ClassicProgress } from "./classic-progress.ts";
import { packContext } from "./context-tar.ts";
import { type BuildEvent, Progress, type Step } from "./progress.ts";
import { isSyntax, remedyOf, syntaxLine } from "./remedies.ts";
import { openSession } from "./session.ts";
import { type BuildWarning, decodeTrace } from "./trace.ts";
import type { BuildEngine } from "./transport.ts";
import { explainUnreadable } from "./unreadable.ts";

export interface BuildOptions {
  /** Absolute path of the build context's folder. */
  readonly folder: string;
  /** The Dockerfile, absolute or relative to the folder; it may lie outside. */
  readonly dockerfile?: string;
  readonly target?: string;
  readonly args?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  readonly platform?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly noCache?: boolean;
  readonly pull?: boolean;
  /** What a secret holds, by its id; read when a step wants it. BuildKit only. */
  readonly secrets?: Readonly<Record<string, () => Promise<Uint8Array>>>;
  /** Sockets of ssh agents by id. BuildKit only. */
  readonly sshAgents?: Readonly<Record<string, string>>;
  /** False: the classic builder, even where BuildKit is there. */
  readonly buildKit?: boolean;
}

export interface BuildResult {
  readonly imageId: string;
  readonly steps: readonly Step[];
  readonly warnings: readonly BuildWarning[];
  /** Milliseconds. */
  readonly duration: number;
  /** Bytes of the context that were sent; unknown in the classic way. */
  readonly sentBytes?: number;
}

/** What of the wish explains a failure. */
interface Asked {
  readonly platform?: string | undefined;
  /** The line of `# syntax=`. */
  readonly syntax?: number | undefined;
}

/** A build that the engine ended: why, in which step, and what that step had written. */
export class BuildError extends Error {
  readonly step: Step | undefined;
  readonly output: readonly string[];
  /** A line of the Dockerfile, where the engine names one. */
  readonly line: number | undefined;
  readonly warnings: readonly BuildWarning[];
  /** What helps; empty where nothing is known. */
  readonly remedy: string;

  constructor(message: string, progress: Progress, { platform, syntax }: Asked = {}) {
    super(message);
    this.name = "BuildError";
    this.step = progress.failed;
    this.output = this.step ? progress.output(this.step) : [];
    const step = this.step?.name ?? "";
    this.remedy = remedyOf({ message, step, output: this.output, platform });
    const line = /parse error(?: on)? line (\d+)|Dockerfile:(\d+)/.exec(message);
    this.line = line ? Number(line[1] ?? line[2]) : isSyntax(step) ? syntax : undefined;
    this.warnings = progress.warnings;
  }
}

export interface BuildControl {
  /** Aborting ends the running step, too. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (event: BuildEvent) => void;
}

/**
 * Builds and gives the image.
 * @throws BuildError where the build failed; else what the connection threw.
 */
export async function buildImage(
  engine: BuildEngine,
  options: BuildOptions,
  { signal, onProgress }: BuildControl = {},
): Promise<BuildResult> {
  const dockerfile = resolve(options.folder, options.dockerfile ?? "Dockerfile");
  for (const path of [options.folder, dockerfile])
    await access(path).catch(() => {
      throw new Error(t("{0} does not exist or cannot be read.", path));
    });
  const begun = Date.now();
  const progress = new Progress(onProgress);
  const run = (options.buildKit ?? engine.hasBuildKit) ? withBuildKit : classic;
  if (run === classic && Object.keys({ ...options.secrets, ...options.sshAgents }).length > 0)
    throw new EngineError("unsupported", t("Secrets and SSH in a build need BuildKit."), {
      remedy: t("This engine does not support that."),
    });
  const { imageId, ...rest } = await run(engine, { ...options, dockerfile }, progress, signal);
  const { steps, warnings } = progress;
  return { imageId, steps, warnings, duration: Date.now() - begun, ...rest };
}

type Resolved = BuildOptions & { readonly dockerfile: string };

interface Built {
  readonly imageId: string;
  readonly sentBytes?: number;
}

async function withBuildKit(
  engine: BuildEngine,
  options: Resolved,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<Built> {
  const session = await openSession(
    engine,
    { ...options, folders: { context: options.folder, dockerfile: dirname(options.dockerfile) } },
    signal,
  );
  try {
    const answer = await engine.client.stream({
      method: "POST",
      path: "/build",
      signal,
      query: {
        ...commonQuery(options),
        version: "2",
        session: session.id,
        buildid: randomUUID(),
        remote: "client-session",
        dockerfile: basename(options.dockerfile),
      },
    });
    const { imageId, error } = await readAnswer(answer, (message) => {
      if (message.id === "moby.buildkit.trace" && typeof message.aux === "string")
        progress.apply(decodeTrace(message.aux));
    });
    if (error || !imageId)
      throw new BuildError(
        session.failure?.message ??
          oddNameRefused(error, session.sent.oddName) ??
          (error || t("The engine did not name an image.")),
        progress,
        { platform: options.platform, syntax: await syntaxLine(options.dockerfile) },
      );
    return { imageId, sentBytes: session.sent.bytes };
  } catch (error) {
    throw signal?.aborted ? cancelled(engine, progress) : error;
  } finally {
    session.close();
  }
}

/** Engines since 28 want names in UTF-8, and do not say which is none. */
function oddNameRefused(error: string, oddName: string | undefined): string | undefined {
  if (oddName === undefined || !error.includes("invalid UTF-8")) return undefined;
  return t(
    "This engine takes only file names in UTF-8, and {0} is none. Rename it, or add it to .dockerignore.",
    oddName,
  );
}

async function classic(
  engine: BuildEngine,
  options: Resolved,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<Built> {
  const { tar, dockerfile } = await packContext(options.folder, options.dockerfile);
  const steps = new ClassicProgress(progress);
  let unreadable: Error | undefined;
  tar.on("error", (error) => {
    unreadable = explainUnreadable(error);
  });
  try {
    const answer = await engine.client.stream({
      method: "POST",
      path: "/build",
      signal,
      body: tar,
      headers: { "Content-Type": "application/x-tar", ...(await engine.loginHeaders?.()) },
      query: { ...commonQuery(options), version: "1", dockerfile, rm: true, forcerm: true },
    });
    let named = "";
    const { imageId, error } = await readAnswer(answer, ({ stream }) => {
      if (!stream) return;
      steps.push(stream);
      named = /^Successfully built (\w+)/m.exec(stream)?.[1] ?? named;
    });
    steps.end(error);
    if (error || !(imageId || named))
      throw new BuildError(error || t("The engine did not name an image."), progress);
    return { imageId: imageId || named };
  } catch (error) {
    if (signal?.aborted) throw cancelled(engine, progress);
    // A Dockerfile that cannot be read is refused before the answer begins.
    if (!unreadable && error instanceof EngineError && /dockerfile|parse/i.test(error.said))
      throw new BuildError(error.said, progress);
    throw unreadable ?? error;
  } finally {
    tar.destroy();
  }
}

/** Where a program is left behind, nobody shall believe that it has ended. */
function cancelled({ cancelsSteps }: BuildEngine, { steps }: Progress): Error {
  const left = steps.find(({ name, state }) => state === "running" && /\bRUN\b/.test(name));
  if (cancelsSteps || !left) return new Error(t("The build was cancelled."));
  const what = t("The build was cancelled; no further step runs.");
  const but = t(
    "However, this engine lets the program of the running step continue until it ends by itself: {0}",
    left.name,
  );
  return new Error(`${what}\n${but}`);
}

function commonQuery(options: Resolved): Record<string, string | boolean | string[] | undefined> {
  const json = (value: object | undefined) => (value ? JSON.stringify(value) : undefined);
  return {
    t: [...(options.tags ?? [])],
    target: options.target,
    platform: options.platform,
    buildargs: json(options.args),
    labels: json(options.labels),
    nocache: options.noCache || undefined,
    pull: options.pull || undefined,
  };
}

/** One line of the engine's answer; only what is read of it. */
interface AnswerLine {
  readonly id?: string;
  readonly aux?: unknown;
  readonly stream?: string;
  readonly error?: string;
  readonly errorDetail?: { readonly message?: string };
}

/** Errors come inside of the stream, long after a good status. */
async function readAnswer(
  answer: IncomingMessage,
  each: (line: AnswerLine) => void,
): Promise<{ imageId: string; error: string }> {
  let imageId = "";
  let error = "";
  try {
    for await (const line of jsonLines(answer)) {
      const message = line as AnswerLine;
      error ||= message.errorDetail?.message ?? message.error ?? "";
      const aux = message.aux as { ID?: unknown } | undefined;
      if (typeof aux?.ID === "string") imageId = aux.ID;
      each(message);
    }
  } catch (cause) {
    throw toEngineError(cause);
  }
  return { imageId, error };
}
