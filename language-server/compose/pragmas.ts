// Which findings a Compose file silences itself: `# dockwright ignore=CODE` on a line or above it,
// `# dockwright ignore-file=CODE`, and dclint's own comments. Knows comments, no rule.
import { t } from "../l10n.ts";
import type { Finding, Fix } from "../lint/rule.ts";
import type { ComposeDocument } from "./yaml/document.ts";

interface Silence {
  /** Lines from and to, both counted in. */
  readonly from: number;
  readonly to: number;
  /** Empty: all. */
  readonly names: ReadonlySet<string>;
}

const comment =
  /(?<=^|\s)#\s*(?:dockwright\s+(ignore(?:-file)?)(?:\s*=\s*([\w,\s-]*))?|dclint\s+disable(-line|-next-line|-file)?(?:\s+([\w,\s-]*))?)\s*$/;

/** Cheap, and found wherever that is. */
const anyComment = /#\s*d(?:ockwright|clint)/;

const read = new WeakMap<ComposeDocument, readonly Silence[]>();

/** Whether a comment of the file silences a finding. What Compose refuses must be named to be silent. */
export function isSilenced(document: ComposeDocument, finding: Finding): boolean {
  let silences = read.get(document);
  if (!silences) {
    silences = silencesIn(document);
    read.set(document, silences);
  }
  if (silences.length === 0) return false;
  const line = document.lines.lineAt(finding.start);
  return silences.some(
    ({ from, to, names }) =>
      from <= line &&
      line <= to &&
      (names.size === 0
        ? finding.severity !== "error"
        : [finding.code, ...finding.aliases].some((name) => names.has(name.toLowerCase()))),
  );
}

function silencesIn({ text, lines }: ComposeDocument): readonly Silence[] {
  if (!anyComment.test(text)) return [];
  const found: Silence[] = [];
  for (let number = 0; number < lines.count; number++) {
    const { start, end } = lines.line(number);
    const line = text.slice(start, end);
    const match = comment.exec(line);
    if (!match) continue;
    const [, own, ownNames, theirs, theirNames] = match;
    const names = namesIn(ownNames ?? theirNames);
    const alone = line.slice(0, match.index).trim() === "";
    found.push({ ...reach(own, theirs, alone, number, lines.count), names });
  }
  return found;
}

function reach(
  own: string | undefined,
  theirs: string | undefined,
  alone: boolean,
  line: number,
  last: number,
) {
  // dclint's bare `disable` is for the whole file, too.
  if (own === "ignore-file" || (own === undefined && (theirs ?? "-file") === "-file"))
    return { from: 0, to: last };
  const next = theirs === "-next-line" || (own === "ignore" && alone);
  return next ? { from: line + 1, to: line + 1 } : { from: line, to: line };
}

function namesIn(list: string | undefined): ReadonlySet<string> {
  return new Set(
    (list ?? "")
      .toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
  );
}

/** The comments that would silence a finding. */
export function suppressions(
  document: ComposeDocument,
  { code, severity, start }: Finding,
): readonly Fix[] {
  // What Compose refuses cannot be waved through.
  if (severity === "error") return [];
  const { lines, text } = document;
  const number = lines.lineAt(start);
  const { start: lineStart, end } = lines.line(number);
  const line = text.slice(lineStart, end);
  const indent = /^[ \t]*/.exec(line)?.[0] ?? "";
  const above = {
    start: lineStart,
    end: lineStart,
    newText: `${indent}# dockwright ignore=${code}\n`,
  };
  const top = { start: 0, end: 0, newText: `# dockwright ignore-file=${code}\n` };
  return [
    { title: t("Ignore {0} here", code), edits: [above] },
    { title: t("Ignore {0} in this file", code), edits: [top] },
  ];
}
