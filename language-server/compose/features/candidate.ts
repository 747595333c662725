// What may stand as a value, before it is written into the text, and where it is wanted.
import { CompletionItemKind } from "vscode-languageserver-types";
import type { FeatureContext } from "../../language.ts";
import type { Lines } from "../../text.ts";
import type { Path } from "./climb.ts";
import type { Cursor } from "./cursor.ts";
import { entryText } from "./service-text.ts";

/** Where candidates are wanted. */
export interface Wanted {
  readonly lines: Lines;
  readonly context: FeatureContext;
  readonly cursor: Cursor;
  readonly path: Path;
  /** The path with `*` for names and `#` for list items. */
  readonly shape: string;
}

export interface Candidate {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
  /** What is written; the label, if missing. */
  readonly insert?: string;
  readonly snippet?: boolean;
  /** YAML would read it otherwise without quotes. */
  readonly quoted?: boolean;
}

export function word(label: string): Candidate {
  return { label, kind: CompletionItemKind.EnumMember };
}

export function wordList(list: string): readonly Candidate[] {
  return list.split(" ").filter(Boolean).map(word);
}

/** The service that the path lies in, as it stands in the text. */
export function ownService({ lines, path }: Wanted) {
  return entryText(lines, "services", String(path[1]));
}
