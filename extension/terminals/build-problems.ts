// What builds have found, as diagnostics of the Dockerfile: the step that failed, and the warnings
// of BuildKit's own checks, and what it cannot read, where our linter has not said the same already.
import { Diagnostic, DiagnosticSeverity, type Disposable, languages, Range, Uri } from "vscode";
import type { DockerfileFacts } from "../../language-server/protocol.ts";
import type { BuildError } from "../engine/build/build.ts";
import type { BuildWarning } from "../engine/build/trace.ts";
import { instructionOfStep } from "./build-step.ts";
import { REFUSED, untold } from "./untold.ts";

const SOURCE = "docker build";
/** Also the owner of the problem matcher `$dockwright-build`: what both find stands there once. */
const problems = languages.createDiagnosticCollection(SOURCE);

export interface Lines {
  /** From 1, the end included. */
  readonly start: number;
  readonly end: number;
}

/** The lines of the instruction that failed, where they can be told. */
export function failedLine(error: BuildError, facts: DockerfileFacts): Lines | undefined {
  if (error.line) return { start: error.line, end: error.line };
  const step = error.step && instructionOfStep(facts, error.step.name);
  return step && { start: step.line, end: step.endLine };
}

export function clearProblems(path: string): void {
  problems.delete(Uri.file(path));
}

export function showFailure(
  path: string,
  { start, end }: Lines,
  error: Pick<BuildError, "message"> & Partial<Pick<BuildError, "remedy" | "step">>,
): void {
  const range = new Range(start - 1, 0, end - 1, Number.MAX_SAFE_INTEGER);
  const message = [error.message, error.remedy].filter(Boolean).join("\n");
  const found = diagnostic(range, message, DiagnosticSeverity.Error);
  if (!error.step) found.code = REFUSED;
  add(path, untold([found], othersOf(Uri.file(path))));
}

export function showWarnings(path: string, warnings: readonly BuildWarning[]): void {
  add(path, untold(warnings.map(diagnosticOf), othersOf(Uri.file(path))));
}

/** Our linter may speak after the build has: then the build takes back what both have found. */
export function watchTwiceTold(): Disposable {
  return languages.onDidChangeDiagnostics(({ uris }) => {
    for (const uri of uris) {
      const ours = problems.get(uri) ?? [];
      const left = untold(ours, othersOf(uri));
      if (left.length < ours.length) problems.set(uri, left);
    }
  });
}

const othersOf = (uri: Uri) =>
  languages.getDiagnostics(uri).filter((found) => found.source !== SOURCE);

function diagnosticOf({ code, message, url, ranges }: BuildWarning): Diagnostic {
  const [first] = ranges;
  const line = Math.max(0, (first?.start.line ?? 1) - 1);
  const last = Math.max(line, (first?.end.line ?? 1) - 1);
  const range = new Range(line, 0, last, Number.MAX_SAFE_INTEGER);
  const found = diagnostic(range, message, DiagnosticSeverity.Warning);
  if (code) found.code = url ? { value: code, target: Uri.parse(url) } : code;
  return found;
}

function diagnostic(range: Range, message: string, severity: DiagnosticSeverity): Diagnostic {
  const found = new Diagnostic(range, message, severity);
  found.source = SOURCE;
  return found;
}

function add(path: string, found: readonly Diagnostic[]): void {
  const uri = Uri.file(path);
  problems.set(uri, [...(problems.get(uri) ?? []), ...found]);
}
