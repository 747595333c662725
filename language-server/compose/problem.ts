// What the loader finds wrong, before it becomes a finding of a rule.
import { t } from "../l10n.ts";
import type { FindingExtras } from "../lint/rule.ts";
import type { Span } from "../text.ts";
import type { Source } from "./yaml/source.ts";

/** A fault and the text that holds its cause. The code is that of the rule it belongs to. */
export interface Problem extends Span, FindingExtras {
  readonly code: string;
  readonly source: Source;
  readonly message: string;
}

/** A place in a text: a node, or the key of an entry. */
export interface SourceSpan extends Span {
  readonly source: Source;
}

/** The problem at a place; where a variable without a value is the cause, it says so. */
export function problemAt(
  code: string,
  where: SourceSpan & { readonly unset?: readonly string[] },
  message: string,
  more: FindingExtras = {},
): Problem {
  const { source, start, end, unset = [] } = where;
  const [name] = unset;
  const whole =
    name === undefined
      ? message
      : `${message} ${t("The variable {0} has no value; set it in .env.", name)}`;
  return { code, source, start, end, message: whole, ...more };
}

export type Complain = (
  code: string,
  where: SourceSpan,
  message: string,
  more?: FindingExtras,
) => void;
