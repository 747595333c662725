// A run of a container's health check, and the engine's own results, as a text. Pure.
import { quoted } from "../docker-line.ts";
import { t } from "../engine/text.ts";
import type {
  HealthCheck,
  HealthHistory,
  HealthResult,
  HealthRun,
} from "../engine/verbs/health.ts";
import { plain } from "./format.ts";

export interface HealthReport {
  readonly name: string;
  /** Its state in words. */
  readonly state: string;
  readonly check: HealthCheck;
  readonly run: HealthRun;
  readonly history: HealthHistory;
}

/** The whole text. */
export function healthText({ name, state, check, run, history }: HealthReport): string {
  return [
    `${plain(name)}: ${state}`,
    "",
    t("Run just now: {0}", resultOf(run, check)),
    ...said(run.output),
    "",
    meaning(run, check),
    t("The engine counts only its own runs; this one changes nothing."),
    "",
    t("The check"),
    `  ${check.command.map(quoted).join(" ")}`,
    `  ${rhythm(check)}`,
    "",
    t("What the engine found: {0}, failures in a row: {1}", history.status, history.failures),
    ...history.results.flatMap((result) => [
      `  ${lineOf(result, check)}`,
      ...said(result.output, 4),
    ]),
    ...(history.results.length === 0 ? [`  ${t("(nothing yet)")}`] : []),
    "",
  ].join("\n");
}

const seconds = (milliseconds: number) =>
  t("{0} s", String(Number((milliseconds / 1000).toPrecision(3))));

function resultOf({ exitCode, milliseconds }: HealthRun, { timeout }: HealthCheck): string {
  if (exitCode === undefined) return t("failed: it took longer than {0}", seconds(timeout));
  return exitCode === 0
    ? t("passed after {0}", seconds(milliseconds))
    : t("failed with exit code {0} after {1}", exitCode, seconds(milliseconds));
}

function meaning({ exitCode }: HealthRun, { retries }: HealthCheck): string {
  if (exitCode === 0) return t("Exit code 0: one such result makes the container healthy.");
  if (exitCode === 126 || exitCode === 127)
    return t("The program of the check cannot be run: perhaps the image does not contain it.");
  return t(
    "An exit code other than 0 is a failure. Failures in a row that make it unhealthy: {0}",
    retries,
  );
}

function rhythm({ interval, timeout, startPeriod, retries }: HealthCheck): string {
  return [
    t("every {0}", seconds(interval)),
    t("at most {0} each", seconds(timeout)),
    t("failures in a row until unhealthy: {0}", retries),
    ...(startPeriod > 0 ? [t("failures of the first {0} do not count", seconds(startPeriod))] : []),
  ].join(" · ");
}

// An engine writes -1 for what it has ended itself.
function lineOf({ start, exitCode, milliseconds }: HealthResult, check: HealthCheck): string {
  const run = { exitCode: exitCode < 0 ? undefined : exitCode, milliseconds, output: "" };
  const when = Number.isNaN(start) ? "" : new Date(start).toTimeString().slice(0, 8);
  return `${when}  ${resultOf(run, check)}`;
}

const longest = 1000;

function said(output: string, indent = 2): string[] {
  return output
    .split(/\r?\n/)
    .map((line) => plain(line, longest))
    .filter(Boolean)
    .map((line) => " ".repeat(indent) + line);
}
