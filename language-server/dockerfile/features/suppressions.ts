// Comments and files that silence a finding: above the instruction, for the whole file, and in
// .hadolint.yaml. An ignore that is there already is extended.
import { posix } from "node:path";
import { t } from "../../l10n.ts";
import type { FeatureContext } from "../../language.ts";
import type { Finding, Fix } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { lineEnd } from "../whole-lines.ts";

export function suppressions(
  document: DockerfileDocument,
  finding: Finding,
  { uri, host }: FeatureContext,
): readonly Fix[] {
  // What BuildKit refuses cannot be waved through.
  if (finding.severity === "error") return [];
  const { code } = finding;
  if (/^(?:DL|SC)\d{4}$/.test(code)) {
    const config = `${posix.dirname(uri)}/.hadolint.yaml`;
    const inConfig = ignoreInConfig(config, host.files.read(config), code);
    const here = ignoreHere(document, finding, code, hadolint);
    // DL1001 is about these comments: more of them do not silence it.
    const comments = code === "DL1001" ? [] : [here, ignoreInFile(document, code)];
    return [...comments, ...(inConfig ? [inConfig] : [])];
  }
  // BuildKit skips the names that it does not know, and our rules read them.
  return [ignoreHere(document, finding, code, buildkit), skipInFile(document, code)];
}

/** How a comment above an instruction silences a rule. */
interface Dialect {
  readonly comment: string;
  /** Up to the end of the list that another rule can join. */
  readonly list: RegExp;
}

const hadolint: Dialect = {
  comment: "hadolint ignore=",
  list: /^.*hadolint\s+ignore\s*=\s*[DLSC0-9, ]*[DLSC0-9]/,
};
const buildkit: Dialect = { comment: "check=skip=", list: /^.*check=(?:\S*;)?skip=[^\s;]+/ };

function ignoreHere(
  document: DockerfileDocument,
  { start }: Finding,
  code: string,
  { comment, list }: Dialect,
): Fix {
  const title = t("Ignore {0} here", code);
  const instruction = document.instructionAt(start);
  const above = instruction && document.commentsAbove(instruction).at(-1);
  const known = above && list.exec(document.slice(above));
  if (above && known) {
    const end = above.start + known[0].length;
    return { title, edits: [{ start: end, end, newText: `,${code}` }] };
  }
  const line = document.lines.line(document.lines.lineAt(instruction?.span.start ?? start)).start;
  return {
    title,
    edits: [{ start: line, end: line, newText: `# ${comment}${code}${lineEnd(document)}` }],
  };
}

/** hadolint's comment for a whole file, below the directives. */
function ignoreInFile(document: DockerfileDocument, code: string): Fix {
  const title = t("Ignore {0} in this file", code);
  const global = document.comments.find(({ text }) => /^hadolint\s+global\s+ignore\s*=/.test(text));
  if (global)
    return { title, edits: [{ start: global.end, end: global.end, newText: `,${code}` }] };
  const last = document.directives.at(-1);
  const start = last ? document.lines.line(document.lines.lineAt(last.start) + 1).start : 0;
  const newText = `# hadolint global ignore=${code}${lineEnd(document)}`;
  return { title, edits: [{ start, end: start, newText }] };
}

function skipInFile(document: DockerfileDocument, code: string): Fix {
  const title = t("Ignore {0} in this file", code);
  const check = document.directives.find(({ name }) => name === "check");
  const skip = check && /skip=[^;\s]*/.exec(check.value);
  if (check && skip) {
    const end = check.valueSpan.start + skip.index + skip[0].length;
    return { title, edits: [{ start: end, end, newText: `,${code}` }] };
  }
  if (check) {
    const at = check.valueSpan.start;
    return { title, edits: [{ start: at, end: at, newText: `skip=${code};` }] };
  }
  const last = document.directives.at(-1);
  const end = last ? document.lines.line(document.lines.lineAt(last.start)).end : 0;
  const newLine = lineEnd(document);
  const newText = last ? `${newLine}# check=skip=${code}` : `# check=skip=${code}${newLine}`;
  return { title, edits: [{ start: end, end, newText }] };
}

function ignoreInConfig(
  uri: string,
  text: string | null | undefined,
  code: string,
): Fix | undefined {
  const title = t("Ignore {0} in .hadolint.yaml", code);
  const list = text ? /^ignored:[ \t]*\r?\n/m.exec(text) : null;
  // A list in another form is left to its author.
  if (text && !list && /^ignored:/m.test(text)) return undefined;
  const at = list ? list.index + list[0].length : 0;
  // Nothing says how the list is indented but its first entry.
  const indent = list ? (/^[ \t]*(?=-)/.exec(text?.slice(at) ?? "")?.[0] ?? "  ") : "  ";
  const newText = list ? `${indent}- ${code}\n` : `ignored:\n  - ${code}\n`;
  if (text === undefined) return undefined;
  return { title, edits: [], otherFiles: { [uri]: [{ start: at, end: at, newText }] } };
}
