// Code actions: what removes a finding, removes all findings of a rule, all safe ones at once,
// or silences one; and the refactorings of a language.
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { OpenDocument } from "./documents.ts";
import { t } from "./l10n.ts";
import type { FeatureContext } from "./language.ts";
import type { Edit, Finding, Fix } from "./lint/rule.ts";
import { setRuleCommand } from "./protocol.ts";
import type { Span } from "./text.ts";
import { toDiagnostic } from "./to-diagnostic.ts";
import { type LinesOf, toWorkspaceEdit } from "./to-lsp.ts";

/** The kind of the action that applies every safe fix of a file. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.dockwright`;

interface ActionRequest {
  readonly document: OpenDocument;
  readonly findings: readonly Finding[];
  readonly span: Span;
  /** Codes of the diagnostics that the editor asks about. */
  readonly asked?: readonly unknown[];
  /** Kinds that are asked for; missing: all but `source`. */
  readonly only?: readonly string[] | undefined;
  readonly context: FeatureContext;
  readonly linesOf: LinesOf;
}

/** All actions for a stretch of a document, the preferred fix of each finding first. */
export function codeActions(request: ActionRequest): CodeAction[] {
  const actions: CodeAction[] = [];
  const { span, asked = [] } = request;
  const isAsked = ({ code, shownAs }: Finding) => asked.includes(shownAs ?? code);
  const inReach = request.findings
    .filter(({ start, end }) => start <= span.end && span.start <= end)
    // What is asked about comes before what only stands at the same place.
    .sort((a, b) => Number(isAsked(b)) - Number(isAsked(a)));
  if (wanted(request, CodeActionKind.QuickFix)) {
    for (const finding of inReach) actions.push(...fixActions(request, finding));
    for (const finding of inReach) actions.push(...fixAllOfRule(request, finding));
    for (const finding of inReach) actions.push(...silenceActions(request, finding));
  }
  if (wanted(request, CodeActionKind.Refactor)) actions.push(...refactorActions(request));
  if (request.only?.some((kind) => isOf(fixAllKind, kind))) actions.push(...fixAllAction(request));
  return unique(actions);
}

function wanted({ only }: ActionRequest, kind: string): boolean {
  return only === undefined || only.some((one) => isOf(kind, one) || isOf(one, kind));
}

/** Whether a kind is another one or lies under it. */
function isOf(kind: string, parent: string): boolean {
  return kind === parent || kind.startsWith(`${parent}.`) || parent === "";
}

function fixActions(request: ActionRequest, finding: Finding): CodeAction[] {
  const diagnostics = diagnosticsOf(request, finding);
  return (finding.fixes?.() ?? []).map((fix, index) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    ...(index === 0 ? { isPreferred: true } : {}),
    edit: editOf(request, fix),
  }));
}

/** One edit for all findings of a rule, if there is more than one. */
function fixAllOfRule(request: ActionRequest, finding: Finding): CodeAction[] {
  const same = request.findings.filter(({ code }) => code === finding.code);
  if (same.length < 2) return [];
  const edits = mergeFixes(same, (fix) => fix.otherFiles === undefined);
  if (edits.length === 0) return [];
  return [
    {
      title: t("Fix all {0} in this file", finding.code),
      kind: CodeActionKind.QuickFix,
      diagnostics: same.flatMap((one) => diagnosticsOf(request, one)),
      edit: toWorkspaceEdit({ [request.document.uri]: edits }, request.linesOf),
    },
  ];
}

function fixAllAction(request: ActionRequest): CodeAction[] {
  const edits = mergeFixes(request.findings, (fix) => fix.safe === true);
  if (edits.length === 0) return [];
  return [
    {
      title: t("Apply all safe fixes"),
      kind: fixAllKind,
      edit: toWorkspaceEdit({ [request.document.uri]: edits }, request.linesOf),
    },
  ];
}

/** The first fix of each finding, as long as it does not touch the edits taken before. */
export function mergeFixes(
  findings: readonly Finding[],
  fits: (fix: Fix) => boolean,
): readonly Edit[] {
  const taken: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes?.()[0];
    if (!fix || !fits(fix)) continue;
    const fresh = fix.edits.filter((edit) => !taken.some((one) => sameEdit(one, edit)));
    if (fresh.some((edit) => taken.some((one) => collide(one, edit)))) continue;
    taken.push(...fresh);
  }
  return taken.sort((one, other) => one.start - other.start);
}

function sameEdit(one: Edit, other: Edit): boolean {
  return one.start === other.start && one.end === other.end && one.newText === other.newText;
}

function collide(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}

function silenceActions(request: ActionRequest, finding: Finding): CodeAction[] {
  const { document, context } = request;
  const { tree } = document.parse();
  const diagnostics = diagnosticsOf(request, finding);
  const inFiles = (document.language.suppressions?.(tree, finding, context) ?? []).map((fix) => ({
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics,
    edit: editOf(request, fix),
  }));
  const title = t("Ignore {0} in the settings", finding.code);
  return [
    ...inFiles,
    {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics,
      command: { title, command: setRuleCommand, arguments: [finding.code, "off", document.uri] },
    },
  ];
}

function refactorActions(request: ActionRequest): CodeAction[] {
  const { document, span, context } = request;
  const found = document.language.refactorings?.(document.parse().tree, span, context) ?? [];
  return found
    .filter(({ kind }) => wanted(request, kind))
    .map((one) => ({ title: one.title, kind: one.kind, edit: editOf(request, one) }));
}

function editOf({ document, linesOf, context }: ActionRequest, fix: Fix): WorkspaceEdit {
  return toWorkspaceEdit(
    {
      ...(fix.edits.length > 0 ? { [document.uri]: fix.edits } : {}),
      ...fix.otherFiles,
    },
    linesOf,
    (uri) => uri !== document.uri && context.host.files.read(uri) === null,
  );
}

function diagnosticsOf({ document }: ActionRequest, finding: Finding): Diagnostic[] {
  return [toDiagnostic(finding, document.parse().lines, document.uri)];
}

/** Several findings at one place may bring the same action. */
function unique(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter((action) => {
    const key = JSON.stringify([action.title, action.edit, action.command]);
    return !seen.has(key) && seen.add(key);
  });
}
