// A file judged as part of its project: what the rules look at.
import type { Host } from "../../host.ts";
import type { FindingExtras } from "../../lint/rule.ts";
import { checkProject } from "../checks/consistency.ts";
import { type Problem, problemAt, type SourceSpan } from "../problem.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import type { Source } from "../yaml/source.ts";
import type { MapNode } from "../yaml/tree.ts";
import { loadProject, type Project } from "./project.ts";
import { baseBeside, projectOf } from "./project-files.ts";

export interface ComposeModel {
  readonly document: ComposeDocument;
  /** What stands in this file and not in another of the project is of this one. */
  readonly source: Source;
  readonly project: Project;
  /** The merged project; undefined when nothing could be read. */
  readonly root: MapNode | undefined;
  /** What Compose refuses, of this document only. */
  readonly problems: readonly Problem[];
}

/** Judges a file alone, or with the files it is used with. */
export function modelOf(document: ComposeDocument, uri: string, host: Host): ComposeModel {
  const project = projectOf(uri, host);
  if (project) return judged(document, loadProject(document, uri, host, project), host);
  const base = baseBeside(uri, host);
  const over = () =>
    judged(document, loadProject(document, uri, host, { files: base ? [base, uri] : [uri] }), host);
  if (/\.override\.ya?ml$/.test(uri)) return over();
  // A file of any other name may be meant alone.
  const alone = judged(document, loadProject(document, uri, host), host);
  return base && alone.problems.length > 0 ? over() : alone;
}

function judged(document: ComposeDocument, project: Project, host: Host): ComposeModel {
  const problems: Problem[] = [...project.problems];
  // Below broken YAML nothing is certain.
  if (!document.broken)
    checkProject(project, host, (code, where, message, more) =>
      problems.push(placedProblem(project, code, where, message, more)),
    );
  return {
    document,
    source: document.source,
    project,
    root: project.root,
    problems: ownProblems(document, problems),
  };
}

/** Everything that Compose refuses in a project, wherever it stands. */
export function problemsOf(project: Project, host: Host): readonly Problem[] {
  const problems: Problem[] = [...project.problems];
  checkProject(project, host, (...problem) => problems.push(problemAt(...problem)));
  return problems;
}

/** A fault of a file that was extended or included shows where that file is asked for. */
function placedProblem(
  { document: { source: own }, via }: Project,
  code: string,
  where: SourceSpan,
  message: string,
  more?: FindingExtras,
): Problem {
  const { source } = where;
  // Files that extend each other lead in a circle, which need not pass by this document.
  const seen = new Set([source]);
  let place = source === own ? undefined : via.get(source);
  while (place && place.source !== own) {
    if (seen.has(place.source)) place = undefined;
    else {
      seen.add(place.source);
      place = via.get(place.source);
    }
  }
  return place
    ? { code: "IncludedFault", source: own, start: place.start, end: place.end, message }
    : problemAt(code, where, message, more);
}

/** What is still certain above a place where the YAML breaks off. */
const certain = new Set(["UnknownKey", "VariableSyntax", "WrongValue"]);

/** Those of the document itself, each place and code once. */
function ownProblems(document: ComposeDocument, problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  const breaks = document.broken ? (document.problems[0]?.start ?? 0) : document.text.length + 1;
  return problems.filter(({ source, code, start, end }) => {
    const key = `${code} ${start} ${end}`;
    if (source !== document.source || seen.has(key)) return false;
    seen.add(key);
    return !document.broken || code === "YamlSyntax" || (certain.has(code) && end < breaks);
  });
}
