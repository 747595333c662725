// Facts worked out from a document once and kept as long as it lives.
import type { ComposeDocument } from "../yaml/document.ts";

/** The function, asked once for each document. */
export function memoized<Fact>(
  make: (document: ComposeDocument) => Fact,
): (document: ComposeDocument) => Fact {
  const kept = new WeakMap<ComposeDocument, { readonly fact: Fact }>();
  return (document) => {
    let known = kept.get(document);
    if (!known) {
      known = { fact: make(document) };
      kept.set(document, known);
    }
    return known.fact;
  };
}
