// How findings become diagnostics, and the diagnostics of a file a message.
import type { Diagnostic, PublishDiagnosticsParams } from "vscode-languageserver";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import { Encoded, encode } from "./encoded.ts";
import type { Finding } from "./lint/rule.ts";
import type { Lines } from "./text.ts";

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const;

const tags = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
} as const;

let pages: string | undefined;
const hrefs = new Map<string, { readonly href: string }>();

/** Where the page of a rule lies. */
function pageOf({ page, code }: Finding, address: string) {
  const name = page ?? code;
  const known = hrefs.get(name) ?? { href: address.replace("{code}", name) };
  hrefs.set(name, known);
  return known;
}

/** Says where the pages of the rules lie: an address in which `{code}` stands for the rule. */
export function useRulePages(address: string | undefined): void {
  pages = address;
  hrefs.clear();
}

/** A finding as LSP wants it. */
export function toDiagnostic(finding: Finding, lines: Lines, uri: string): Diagnostic {
  return {
    range: lines.range(finding),
    severity: severities[finding.severity],
    code: finding.shownAs ?? finding.code,
    ...(pages && { codeDescription: pageOf(finding, pages) }),
    source: "dockwright",
    message: finding.shownAs ? `${finding.message} (${finding.code})` : finding.message,
    data: { aliases: finding.aliases },
    ...(finding.tags ? { tags: finding.tags.map((tag) => tags[tag]) } : {}),
    ...(finding.related
      ? {
          relatedInformation: finding.related
            // A place in another file would need that file's lines; its message names it.
            .filter((place) => place.uri === undefined || place.uri === uri)
            .map(({ span, message }) => ({
              message,
              location: { uri, range: lines.range(span) },
            })),
        }
      : {}),
  };
}

/** A diagnostic's JSON, and where it stood in the text. */
interface Kept {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly bytes: Uint8Array;
}

const kept = new WeakMap<Finding, Kept>();

/** All diagnostics of a file, ready to be sent: those of findings that stay where they were are known. */
export function publication(
  uri: string,
  version: number | undefined,
  findings: readonly Finding[],
  lines: Lines | undefined,
): Encoded<PublishDiagnosticsParams> {
  const known = version === undefined ? "" : `"version":${version},`;
  const pieces = [encode(`{"uri":${JSON.stringify(uri)},${known}"diagnostics":[`)];
  if (lines)
    for (const finding of findings) {
      if (pieces.length > 1) pieces.push(comma);
      pieces.push(bytesOf(finding, lines, uri));
    }
  pieces.push(end);
  return new Encoded(pieces);
}

const comma = encode(",");
const end = encode("]}");

function bytesOf(finding: Finding, lines: Lines, uri: string): Uint8Array {
  const startLine = lines.lineAt(finding.start);
  const startColumn = finding.start - lines.start(startLine);
  const endLine = lines.lineAt(finding.end);
  const endColumn = finding.end - lines.start(endLine);
  const known = kept.get(finding);
  if (
    known?.startLine === startLine &&
    known.startColumn === startColumn &&
    known.endLine === endLine &&
    known.endColumn === endColumn
  )
    return known.bytes;
  const bytes = encode(JSON.stringify(toDiagnostic(finding, lines, uri)));
  // The places that it tells of besides its own may move.
  if (!finding.related) kept.set(finding, { startLine, startColumn, endLine, endColumn, bytes });
  return bytes;
}
