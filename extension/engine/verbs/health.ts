// The health check of a container: what it is, and a run of it as the engine does it.
import { setTimeout as delay } from "node:timers/promises";
import type Docker from "dockerode";
import type { Client } from "../connection/http.ts";
import { EngineError, toEngineError } from "../errors.ts";
import { type ExecSession, exec } from "../streams/exec.ts";
import { t } from "../text.ts";

type Inspected = Docker.ContainerInspectInfo;

/** Times are in milliseconds. */
export interface HealthCheck {
  /** What is run; a shell's line comes with its shell. */
  readonly command: readonly string[];
  readonly interval: number;
  readonly timeout: number;
  readonly startPeriod: number;
  /** So many failures one after another make it unhealthy. */
  readonly retries: number;
}

/** What the engine takes where nothing is said. */
const usual = { interval: 30_000, timeout: 30_000, retries: 3 };
const usualShell = ["/bin/sh", "-c"];

/** The health check of an inspected container; undefined where it has none, or it is switched off. */
function healthCheckOf({ Config }: Pick<Inspected, "Config">): HealthCheck | undefined {
  const { Healthcheck: check, Shell: shell } = Config as typeof Config & {
    readonly Shell?: readonly string[] | null;
  };
  const [way, ...rest] = check?.Test ?? [];
  if (rest.length === 0 || (way !== "CMD" && way !== "CMD-SHELL")) return undefined;
  const inShell = shell && shell.length > 0 ? shell : usualShell;
  const milliseconds = (nanoseconds = 0) => Math.round(nanoseconds / 1e6);
  return {
    command: way === "CMD" ? rest : [...inShell, ...rest],
    interval: milliseconds(check?.Interval) || usual.interval,
    timeout: milliseconds(check?.Timeout) || usual.timeout,
    startPeriod: milliseconds(check?.StartPeriod),
    retries: check?.Retries || usual.retries,
  };
}

export interface HealthRun {
  /** Undefined where it took longer than it may, and was ended. */
  readonly exitCode: number | undefined;
  readonly output: string;
  readonly milliseconds: number;
}

/** As much of the output as is worth reading; the engine itself keeps 4 kB. */
const keptOutput = 64 * 1024;

/** Runs the check once: as the container's user, in its directory and environment, for as long as it may take. */
export async function runHealthCheck(
  client: Client,
  id: string,
  { command, timeout }: Pick<HealthCheck, "command" | "timeout">,
  signal?: AbortSignal,
): Promise<HealthRun> {
  const begun = Date.now();
  const session = await exec(client, id, { command: [...command], tty: false, input: false });
  const kept: Buffer[] = [];
  const control = new AbortController();
  const cancelled = new Promise<"cancelled">((resolve) =>
    signal?.addEventListener("abort", () => resolve("cancelled"), { signal: control.signal }),
  );
  const late = delay(timeout, "late" as const, { signal: control.signal }).catch(
    () => "late" as const,
  );
  const ended = readOutput(session, kept).then(() => "ended" as const);
  try {
    const how = await Promise.race([ended, late, cancelled]);
    const milliseconds = Date.now() - begun;
    // Without a shell in the container nobody can end it; then it goes on.
    if (how !== "ended") await session.kill().catch(() => {});
    if (how === "cancelled" || signal?.aborted) throw toEngineError({ name: "AbortError" });
    const exitCode = how === "ended" ? await session.exitCode() : undefined;
    return { exitCode, output: Buffer.concat(kept).toString(), milliseconds };
  } finally {
    control.abort();
    session.close();
  }
}

async function readOutput({ output }: ExecSession, kept: Buffer[]): Promise<void> {
  let size = 0;
  for await (const { bytes } of output) {
    size += bytes.length;
    if (size <= keptOutput) kept.push(Buffer.from(bytes));
  }
}

/** One result that the engine has kept. */
export interface HealthResult {
  readonly exitCode: number;
  readonly output: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly milliseconds: number;
}

export interface HealthHistory {
  readonly status: string;
  readonly failures: number;
  /** The newest first; the engine keeps five. */
  readonly results: readonly HealthResult[];
}

/** What the engine's own runs of the check have given. */
export function healthHistoryOf({ State }: Pick<Inspected, "State">): HealthHistory {
  const { Status: status = "", FailingStreak: failures = 0, Log: log } = State.Health ?? {};
  const results = (log ?? []).map(({ Start, End, ExitCode, Output }) => {
    const start = Date.parse(Start);
    return {
      exitCode: ExitCode,
      output: Output,
      start,
      milliseconds: Math.max(0, Date.parse(End) - start),
    };
  });
  return { status, failures, results: results.reverse() };
}

/** @throws EngineError where there is none */
export function checkedHealthCheck(inspected: Inspected): HealthCheck {
  const check = healthCheckOf(inspected);
  if (check) return check;
  throw new EngineError("invalid", t("The container has no health check."), {
    remedy: t("HEALTHCHECK in its Dockerfile or healthcheck in its Compose service gives it one."),
  });
}
