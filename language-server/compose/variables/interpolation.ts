// `${VAR}` and its kin in a text: what stands where, and what comes out. Knows neither YAML
// nor where values come from.
//
// `parseTemplate(node.text)` gives offsets in the decoded text; `placeIn(node, offset)` takes
// them back into the file, also in quoted, folded and block scalars. `expressionsIn(node)` does
// both for all expressions of a scalar, nested ones included.
import type { Span } from "../../text.ts";
import type { ScalarNode } from "../yaml/tree.ts";

export type Operator = ":-" | "-" | ":?" | "?" | ":+" | "+";

export interface Expression extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  readonly braced: boolean;
  readonly operator?: Operator;
  /** The text behind the operator, itself a template. */
  readonly word?: Template;
}

export interface Template extends Span {
  /** Pieces of text, `$$` already made one `$`, and expressions, in order. */
  readonly parts: readonly (string | Expression)[];
  /** `${…}` that Compose cannot read. */
  readonly invalid: readonly Span[];
}

const named = /[A-Za-z_][A-Za-z0-9_]*/y;
const operators: readonly Operator[] = [":-", ":?", ":+", "-", "?", "+"];

/** Reads a text as Compose does. `$1`, `$(x)` and a `$` at the end are plain text. */
export function parseTemplate(text: string, start = 0, end = text.length): Template {
  const parts: (string | Expression)[] = [];
  const invalid: Span[] = [];
  let done = start;
  for (let at = text.indexOf("$", start); at >= 0 && at < end; at = text.indexOf("$", at)) {
    const next = text[at + 1];
    if (next === "$" && at + 1 < end) {
      parts.push(text.slice(done, at + 1));
      at += 2;
      done = at;
      continue;
    }
    const expression = at + 1 < end ? expressionAt(text, at, end, invalid) : undefined;
    if (!expression) {
      at += 1;
      continue;
    }
    parts.push(text.slice(done, at), expression);
    at = expression.end;
    done = at;
  }
  parts.push(text.slice(done, end));
  return { start, end, parts: parts.filter((part) => part !== ""), invalid };
}

function expressionAt(
  text: string,
  at: number,
  end: number,
  invalid: Span[],
): Expression | undefined {
  const braced = text[at + 1] === "{";
  const nameStart = at + (braced ? 2 : 1);
  named.lastIndex = nameStart;
  const name = named.exec(text)?.[0];
  if (!braced)
    return name
      ? {
          start: at,
          end: nameStart + name.length,
          name,
          nameSpan: { start: nameStart, end: nameStart + name.length },
          braced,
        }
      : undefined;
  const close = closingBrace(text, at, end);
  const wrong = { start: at, end: close < 0 ? wordEnd(text, at, end) : close + 1 };
  if (close < 0 || !name) {
    invalid.push(wrong);
    return undefined;
  }
  const nameEnd = nameStart + name.length;
  const base = {
    start: at,
    end: close + 1,
    name,
    nameSpan: { start: nameStart, end: nameEnd },
    braced,
  };
  if (nameEnd === close) return base;
  const operator = operators.find((candidate) => text.startsWith(candidate, nameEnd));
  if (!operator) {
    invalid.push(wrong);
    return undefined;
  }
  const word = parseTemplate(text, nameEnd + operator.length, close);
  invalid.push(...word.invalid);
  return { ...base, operator, word };
}

/** The brace that ends `${`, over nested ones; -1 if there is none. */
function closingBrace(text: string, at: number, end: number): number {
  let depth = 0;
  for (let index = at; index < end; index++) {
    if (text[index] === "$" && text[index + 1] === "{") {
      depth++;
      index++;
    } else if (text[index] === "}" && --depth === 0) return index;
  }
  return -1;
}

function wordEnd(text: string, at: number, end: number): number {
  const rest = /\s/.exec(text.slice(at, end));
  return rest ? at + rest.index : end;
}

/** What a template gives, for values by name. `missing` is told the expressions with `?` that fail. */
export function substitute(
  template: Template,
  value: (name: string) => string | undefined,
  missing?: (expression: Expression, message: string) => void,
): string {
  return template.parts
    .map((part) => (typeof part === "string" ? part : evaluate(part, value, missing)))
    .join("");
}

function evaluate(
  expression: Expression,
  value: (name: string) => string | undefined,
  missing?: (expression: Expression, message: string) => void,
): string {
  const { name, operator, word } = expression;
  const current = value(name);
  if (!operator || !word) return current ?? "";
  const given = operator.startsWith(":") ? Boolean(current) : current !== undefined;
  // Compose works out what stands behind the operator first, whether it is wanted or not.
  const other = substitute(word, value, missing);
  if (operator.endsWith("-")) return given ? (current ?? "") : other;
  if (operator.endsWith("+")) return given ? other : "";
  if (!given) missing?.(expression, other);
  return current ?? "";
}

/** All expressions of a template, nested ones after the one that holds them. */
export function expressions(template: Template): readonly Expression[] {
  return template.parts.flatMap((part) =>
    typeof part === "string" ? [] : [part, ...(part.word ? expressions(part.word) : [])],
  );
}

/** An expression with its places in the file. */
export interface PlacedExpression extends Span {
  readonly expression: Expression;
  readonly nameSpan: Span;
}

/** The expressions of a scalar as it stands in the file (`raw`, where variables were put in). */
export function expressionsIn(node: ScalarNode): readonly PlacedExpression[] {
  const scalar = node.raw ?? node;
  if (!scalar.text.includes("$")) return [];
  return expressions(parseTemplate(scalar.text)).map((expression) => ({
    expression,
    ...placed(scalar, expression),
    nameSpan: placed(scalar, expression.nameSpan),
  }));
}

/** A span of the decoded text, that begins at or behind a `$`, in the file. */
export function placed(node: ScalarNode, span: Span): Span {
  const start = placeIn(node, span.start);
  return { start, end: Math.max(start, Math.min(placeIn(node, span.end - 1) + 1, node.end)) };
}

/**
 * The file's offset of an offset in the decoded text. `$` is never written as an escape in
 * practice, so the n-th `$` of the one is the n-th `$` of the other; what follows it stands as
 * it is, save for folded lines.
 */
export function placeIn(node: ScalarNode, offset: number): number {
  const dollar = node.text.lastIndexOf("$", offset);
  if (dollar < 0) return node.start;
  let count = 0;
  for (
    let at = node.text.indexOf("$");
    at >= 0 && at <= dollar;
    at = node.text.indexOf("$", at + 1)
  )
    count++;
  let place = node.start - 1;
  while (count-- > 0) {
    place = node.source.text.indexOf("$", place + 1);
    if (place < 0 || place >= node.end) return node.start;
  }
  return Math.min(place + offset - dollar, node.end);
}
