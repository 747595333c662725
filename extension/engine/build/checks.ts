// `docker build --check`: BuildKit judges a Dockerfile without building it. It looks base images up
// in their registries, which the language server never does. By BuildKit's gateway API: a build whose
// frontend we are, which asks the Dockerfile frontend for `frontend.lint` and is then at its end.
import { randomUUID } from "node:crypto";
import { basename, dirname, resolve } from "node:path";
import { EngineError } from "../errors.ts";
import { t } from "../text.ts";
import type { BuildOptions } from "./build.ts";
import { GrpcError } from "./grpc.ts";
import { type Caller, openCaller } from "./grpc-client.ts";
import { bytes, bytesField, decode, message, messages, text } from "./protobuf.ts";
import { openSession } from "./session.ts";
import type { BuildWarning, SourceRange } from "./trace.ts";
import type { BuildEngine } from "./transport.ts";

/** What is checked, and for which build. */
export type CheckOptions = Pick<
  BuildOptions,
  "folder" | "dockerfile" | "target" | "args" | "platform"
>;

export interface Checked {
  /** By their lines. */
  readonly warnings: readonly BuildWarning[];
  /** Why this Dockerfile could not be built, where that shows before its first step. */
  readonly error: CheckError | undefined;
}

export interface CheckError {
  readonly message: string;
  readonly ranges: readonly SourceRange[];
}

/**
 * Lets the engine's BuildKit check a Dockerfile.
 * @throws EngineError `unsupported` where the engine cannot; GrpcError with what BuildKit said where
 * it came to no judgement; else what the connection threw.
 */
export async function checkDockerfile(
  engine: BuildEngine,
  options: CheckOptions,
  signal?: AbortSignal,
): Promise<Checked> {
  if (!engine.hasBuildKit) throw unsupported();
  const dockerfile = resolve(options.folder, options.dockerfile ?? "Dockerfile");
  const folders = { context: options.folder, dockerfile: dirname(dockerfile) };
  const session = await openSession(engine, { folders }, signal);
  try {
    const caller = await openCaller(await connect(engine, signal));
    const end = () => caller.close();
    signal?.addEventListener("abort", end, { once: true });
    try {
      return judgement(await lint(caller, session.id, { ...options, dockerfile }));
    } finally {
      signal?.removeEventListener("abort", end);
      end();
    }
  } catch (error) {
    throw session.failure ?? (refused(error) ? unsupported() : error);
  } finally {
    session.close();
  }
}

const connect = ({ client }: BuildEngine, signal: AbortSignal | undefined) =>
  client.hijack({ method: "POST", path: "/grpc", headers: { Upgrade: "h2c" }, signal });

/** A frontend that is older than the question. */
const refused = (error: unknown) =>
  error instanceof GrpcError && /unsupported request|unknown method/i.test(error.message);

const unsupported = () =>
  new EngineError("unsupported", t("This engine cannot check a Dockerfile without building it."), {
    remedy: t("Docker 27 and newer can."),
  });

const BRIDGE = "/moby.buildkit.v1.frontend.LLBBridge";

/** Asks for the judgement, as the JSON that the frontend writes. */
async function lint(caller: Caller, session: string, options: CheckOptions): Promise<string> {
  const build = randomUUID();
  // It lasts until we return a result; what ends it sooner is told by the next call.
  const ended = caller
    .call("/moby.buildkit.v1.Control/Solve", joined(bytesField(1, build), bytesField(5, session)))
    .catch(() => {});
  const ours = { "buildkit-controlapi-buildid": build };
  const wish = joined(bytesField(2, "dockerfile.v0"), mapField(3, attributesOf(options)));
  const answer = decode(await caller.call(`${BRIDGE}/Solve`, wish, ours));
  const result = bytes(answer, 3);
  // Without one, Docker's engine would crash.
  if (result.length > 0) {
    await caller.call(`${BRIDGE}/Return`, bytesField(1, result), ours);
    await ended;
  }
  const found = message(answer, 3);
  const entries = found ? messages(found, 10) : [];
  const json = entries.find((entry) => text(entry, 1) === "result.json");
  if (!json) throw unsupported();
  return text(json, 2);
}

function attributesOf({ dockerfile, target, args, platform }: CheckOptions) {
  return {
    requestid: "frontend.lint",
    filename: basename(dockerfile ?? "Dockerfile"),
    ...(target && { target }),
    ...(platform && { platform }),
    ...Object.fromEntries(
      Object.entries(args ?? {}).map(([name, value]) => [`build-arg:${name}`, value]),
    ),
  };
}

const joined = (...parts: readonly Uint8Array[]) => Buffer.concat(parts);

/** A map of texts, as protobuf writes it: each entry is a message of key and value. */
const mapField = (field: number, entries: Readonly<Record<string, string>>) =>
  joined(
    ...Object.entries(entries).map(([key, value]) =>
      bytesField(field, joined(bytesField(1, key), bytesField(2, value))),
    ),
  );

/** BuildKit's `lint.LintResults`; only what is read of it. */
interface Results {
  readonly warnings?: readonly {
    readonly ruleName: string;
    readonly description?: string;
    readonly url?: string;
    readonly detail?: string;
    readonly location?: Location;
  }[];
  readonly buildError?: { readonly message: string; readonly location?: Location };
}

interface Location {
  readonly ranges?: readonly { readonly start?: Place; readonly end?: Place }[];
}

interface Place {
  readonly line?: number;
  readonly character?: number;
}

function judgement(json: string): Checked {
  const { warnings, buildError } = JSON.parse(json) as Results;
  const found = (warnings ?? []).map(
    ({ ruleName, description = "", url = "", detail = "", location }): BuildWarning => ({
      code: ruleName,
      message: detail || description,
      detail: description,
      url,
      file: "",
      ranges: rangesOf(location),
    }),
  );
  const line = ({ ranges }: BuildWarning) => ranges[0]?.start.line ?? 0;
  return {
    warnings: found.sort((a, b) => line(a) - line(b)),
    error: buildError && { message: buildError.message, ranges: rangesOf(buildError.location) },
  };
}

const rangesOf = (location: Location | undefined): SourceRange[] =>
  (location?.ranges ?? []).map(({ start, end }) => ({ start: placeOf(start), end: placeOf(end) }));

const placeOf = ({ line = 0, character = 0 }: Place = {}) => ({ line, column: character });
