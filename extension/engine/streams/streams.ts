// Progress streams of pull, push, load and import: typed events, and the errors inside them as errors. Shows nothing.
import type { IncomingMessage } from "node:http";
import { clean, EngineError, remedyFor, toEngineError } from "../errors.ts";
import { jsonLines } from "./json-lines.ts";

/** One report of a long work; `id` names the layer, if it is about one. */
export interface Progress {
  readonly id: string | undefined;
  /** `Downloading`, `Pull complete`, … in the engine's words, cleaned. */
  readonly status: string;
  /** Bytes (or parts) done and in all, where known. */
  readonly current: number | undefined;
  readonly total: number | undefined;
  /** What the engine adds: digest and size after a push, an image's id after a load. */
  readonly aux: unknown;
}

interface RawProgress {
  id?: unknown;
  status?: unknown;
  stream?: unknown;
  progressDetail?: { current?: number; total?: number };
  aux?: unknown;
  error?: string;
  errorDetail?: { message?: string };
}

/** The reports of a progress stream, in order. @throws EngineError for an error inside it */
async function* jsonStream(answer: IncomingMessage): AsyncGenerator<Progress> {
  for await (const line of jsonLines(answer)) {
    const raw = line as RawProgress;
    const failure = raw.errorDetail?.message ?? raw.error;
    if (failure) throw failureOf(failure);
    yield {
      id: typeof raw.id === "string" ? clean(raw.id, 200) : undefined,
      status: clean(String(raw.status ?? raw.stream ?? ""), 500),
      current: raw.progressDetail?.current,
      total: raw.progressDetail?.total,
      aux: raw.aux,
    };
  }
}

// Inside a stream there is no status any more: the words tell the kind.
function failureOf(message: string): EngineError {
  const kind = /unauthorized|denied|authentication|no basic auth/i.test(message)
    ? "unauthorized"
    : /not found|manifest unknown|no such/i.test(message)
      ? "notFound"
      : "failed";
  return new EngineError(kind, clean(message), remedyFor(kind, message));
}

/**
 * Reads a progress stream to its end, telling each report, and gives those that say what came of it.
 * @throws EngineError for an error inside the stream or a cut one; `cancelled` when the signal ended it
 */
export async function follow(
  answer: IncomingMessage,
  { signal, onProgress }: Following = {},
): Promise<Progress[]> {
  const withAux: Progress[] = [];
  try {
    for await (const progress of jsonStream(answer)) {
      onProgress?.(progress);
      if (progress.aux !== undefined || /^(Loaded image|sha256:)/.test(progress.status))
        withAux.push(progress);
    }
  } catch (error) {
    throw toEngineError(signal?.aborted ? { name: "AbortError" } : error);
  }
  return withAux;
}

export interface Following {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}
