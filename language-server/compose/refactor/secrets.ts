// A password that stands in `environment`, moved into a secret that Compose reads from a file.
import { t } from "../../l10n.ts";
import type { Refactoring } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { type Entry, entriesAt, textAt } from "../yaml/tree.ts";
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
  const sections = new Set(entriesAt(root).map(({ key }) => key));
  if (sections.has("secrets") || entriesAt(service.value).some(({ key }) => key === "secrets"))
    return undefined;
  const name = variable.key.toLowerCase();
  const indent = columnOf(value, keySpan.start);
  const line = document.lines.line(document.lines.lineAt(keySpan.start)).start;
  const end = document.text.length;
  const gap = document.text.endsWith("\n") ? "" : "\n";
  return {
    kind: "refactor.extract",
    title: t("Move {0} into a secret", variable.key),
    edits: [
      { start: line, end: line, newText: `${indent}secrets:\n${indent}  - ${name}\n` },
      {
        start: variable.keySpan.start,
        end: variable.value.end,
        newText: `${variable.key}_FILE: /run/secrets/${name}`,
      },
      {
        start: end,
        end,
        newText: `${gap}\nsecrets:\n  ${name}:\n    # Put the value alone into this file.\n    file: ./${name}.txt\n`,
      },
    ],
  };
}
