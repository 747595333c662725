// A password that stands in `environment`, moved into a secret that Compose reads from a file.
import { t } from "../../l10n.ts";
import type { Refactoring } from "../../language.ts";
import type { Edit } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { at, type Entry, entriesAt, type Node, textAt } from "../yaml/tree.ts";
import { columnOf } from "./text.ts";

const secret = /(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY)$/i;

/** For the variable under the cursor: images of databases read `NAME_FILE` for `NAME`. */
export function extractSecret(
  document: ComposeDocument,
  service: Entry,
  { keySpan, value }: Entry,
  span: Span,
): Refactoring | undefined {
  const [root, more] = document.documents;
  if (value.kind !== "map" || document.text[value.start] === "{" || more || !root) return undefined;
  const variable = entriesAt(value).find(
    (one) =>
      one.source === document.source &&
      one.keySpan.start <= span.end &&
      span.start <= one.value.end,
  );
  const text = variable && textAt(variable.value);
  if (!variable || !text || text.includes("$") || !secret.test(variable.key)) return undefined;
  const name = variable.key.toLowerCase();
  const line = lineStart(document, keySpan.start);
  const indent = columnOf(value, keySpan.start);
  const own = at(service.value, "secrets");
  // An alias stands for a list that others use, too.
  if (own && (own.start < service.value.start || own.end > service.value.end)) return undefined;
  const granted = added(document, own, `- ${name}`, {
    start: line,
    head: `${indent}secrets:\n`,
    indent: `${indent}  `,
  });
  const end = document.text.length;
  const file = [`${name}:`, "  # Put the value alone into this file.", `  file: ./${name}.txt`];
  const defined = added(document, at(root, "secrets"), file.join("\n"), {
    start: end,
    head: `${document.text.endsWith("\n") ? "" : "\n"}\nsecrets:\n`,
    indent: "  ",
  });
  if (!granted || !defined || at(root, "secrets", name)) return undefined;
  return {
    kind: "refactor.extract",
    title: t("Move {0} into a secret", variable.key),
    edits: [
      granted,
      {
        start: variable.keySpan.start,
        end: variable.value.end,
        newText: `${variable.key}_FILE: /run/secrets/${name}`,
      },
      defined,
    ],
  };
}

/** Lines in front of what a section holds, or with a new section; undefined where it is written otherwise. */
function added(
  document: ComposeDocument,
  section: Node | undefined,
  lines: string,
  fresh: { readonly start: number; readonly head: string; readonly indent: string },
): Edit | undefined {
  const { source, text } = document;
  const isNew = !section;
  if (section && (section.source !== source || section.kind === "scalar")) return undefined;
  if (section && (/[[{]/.test(text[section.start] ?? "") || section.end === section.start))
    return undefined;
  const start = section ? lineStart(document, section.start) : fresh.start;
  const indent = section ? text.slice(start, section.start) : fresh.indent;
  if (/\S/.test(indent)) return undefined;
  const body = `${lines.replace(/^/gm, indent)}\n`;
  return { start, end: start, newText: isNew ? fresh.head + body : body };
}

function lineStart({ lines }: ComposeDocument, offset: number): number {
  return lines.line(lines.lineAt(offset)).start;
}
