// What the loader finds wrong, before it becomes a finding of a rule.
import type { FindingExtras } from "../lint/rule.ts";
import type { Span } from "../text.ts";
import type { ComposeDocument } from "./document.ts";

/** A fault and the document that holds its cause. The code is that of the rule it belongs to. */
export interface Problem extends Span, FindingExtras {
  readonly code: string;
  readonly source: ComposeDocument;
  readonly message: string;
}

/** A place in a document: a node, or the key of an entry. */
export interface SourceSpan extends Span {
  readonly source: ComposeDocument;
}

export type Complain = (
  code: string,
  where: SourceSpan,
  message: string,
  more?: FindingExtras,
) => void;
