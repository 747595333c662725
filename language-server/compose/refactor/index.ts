// The refactorings of a Compose file: what can be written otherwise at a place and means the same.
import type { FeatureContext, Refactoring } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import { type Entry, entriesAt, type Node } from "../yaml/tree.ts";
import { extractAnchor, inlineAlias } from "./anchors.ts";
import { otherDependencies } from "./dependencies.ts";
import { extractSecret } from "./secrets.ts";
import { otherMount, otherPort } from "./syntax.ts";

/** What can be done with the stretch; nothing while the YAML is broken. */
export function refactorings(
  document: ComposeDocument,
  span: Span,
  _context: FeatureContext,
): readonly Refactoring[] {
  if (document.broken) return [];
  const found = document.documents
    .flatMap((tree) => entriesAt(tree, "services"))
    .flatMap((service) =>
      entriesAt(service.value)
        .filter(({ keySpan, value }) => touches({ start: keySpan.start, end: value.end }, span))
        .flatMap((entry) => [
          ...ofKey(document, service, entry, span),
          touches(entry.keySpan, span) ? extractAnchor(document, entry) : undefined,
        ]),
    );
  return [...inlineAlias(document, span), ...found.filter((one) => one !== undefined)];
}

/** What the value of a key can be written as. */
function ofKey(
  document: ComposeDocument,
  service: Entry,
  entry: Entry,
  span: Span,
): readonly (Refactoring | undefined)[] {
  const here = () => itemsIn(entry.value).filter((item) => touches(item, span));
  switch (entry.key) {
    case "ports":
      return here().map(otherPort);
    case "volumes":
      return here().map(otherMount);
    case "depends_on":
      return [otherDependencies(entry)];
    case "environment":
      return [extractSecret(document, service, entry, span)];
    default:
      return [];
  }
}

function itemsIn(node: Node): readonly Node[] {
  return node.kind === "list" ? node.items : [];
}

function touches(one: Span, other: Span): boolean {
  return one.start <= other.end && other.start <= one.end;
}
