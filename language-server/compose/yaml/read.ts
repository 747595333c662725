// Reads a text with the package `yaml` as Compose does. Compose's reader lets brackets and quotes go on
// in any column, the package only further right than the key they belong to: where it stumbles over
// that, the text is read again with the stretch on one line. Every place stays where it is.
import {
  isCollection,
  isPair,
  isScalar,
  parseAllDocuments,
  type YAMLError,
  type Document as YamlDocument,
} from "yaml";
import type { Span } from "../../text.ts";

/** Scalars stay text; what they are, doubled keys and `<<` are the tree builder's affair. */
const options = {
  schema: "failsafe",
  uniqueKeys: false,
  merge: false,
  logLevel: "silent",
  prettyErrors: false,
  strict: true,
} as const;

/** A text with more of such stretches is seldom one that Compose takes. */
const mostStretches = 8;
/**
 * Errors that all readings together may give, as those take long. One open bracket makes an error of
 * every word that follows it.
 */
const mostErrors = 20_000;

/** Brackets in brackets, bare or each behind a key. */
const deep = /(?:[[{][ \t\r\n]{0,8}(?:[\w"']{1,80}[ \t]{0,8}:[ \t]{0,8})?){200}/;

/** The package yaml takes seconds over brackets hundreds of levels deep that are not closed. */
function refuseDepth(text: string): void {
  if (deep.test(text)) throw new RangeError("too deep");
}

/** The documents of a text; none where it is empty. Fails with a RangeError where it is too deep. */
export function readYaml(text: string): readonly YamlDocument.Parsed[] {
  refuseDepth(text);
  let read = parsed(text);
  let flat = text;
  const stretches: Span[] = [];
  let errors = 0;
  for (let count = 0; count < mostStretches; count++) {
    errors += read.reduce((sum, one) => sum + one.errors.length, 0);
    const start = errors > mostErrors ? undefined : openAt(read);
    const end = start === undefined ? undefined : closeOf(flat, start);
    if (start === undefined || end === undefined) break;
    flat = flat.slice(0, start) + onOneLine(flat.slice(start, end)) + flat.slice(end);
    const again = parsed(flat);
    const error = firstError(again);
    // What closes it belongs to something else: it is the opening one that is wrong.
    if (error && !flat.slice(end, error.pos[0]).includes("\n")) break;
    stretches.push({ start, end });
    read = again;
  }
  for (const { contents } of stretches.length > 0 ? read : []) foldLines(contents, text, stretches);
  return read;
}

/** Whether a bracket or quote that a piece leaves open is closed in the text with what is behind. */
export function goesOn(read: readonly YamlDocument.Parsed[], whole: () => string): boolean {
  const start = openAt(read);
  return start !== undefined && closeOf(whole(), start) !== undefined;
}

function parsed(text: string): readonly YamlDocument.Parsed[] {
  const read = parseAllDocuments(text, options);
  return "empty" in read ? [] : read;
}

function firstError(read: readonly YamlDocument.Parsed[]): YAMLError | undefined {
  return read.find(({ errors }) => errors.length > 0)?.errors[0];
}

/** Where the bracket or quote stands that the reader's first error says is not closed. */
function openAt(read: readonly YamlDocument.Parsed[]): number | undefined {
  const error = firstError(read);
  if (!error || !/end with a|closing/.test(error.message)) return undefined;
  for (const { contents } of read) {
    const start = openAround(contents, error.pos[0]);
    if (start !== undefined) return start;
  }
  return undefined;
}

/** Where the last brackets or quotes before a place begin; of brackets in brackets the outermost. */
function openAround(node: unknown, place: number): number | undefined {
  if (isPair(node)) return openAround(node.value, place) ?? openAround(node.key, place);
  if (!isCollection(node) && !isScalar(node)) return undefined;
  const [start = 0] = node.range ?? [];
  if (start >= place) return undefined;
  if (isScalar(node)) return node.type?.startsWith("QUOTE") ? start : undefined;
  if (node.flow) return start;
  for (const item of node.items.toReversed()) {
    const found = openAround(item, place);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What matters between brackets: a comment, a quoted text, a bracket. */
const inBrackets = /(?<=\s)#.*|(?<=[\s,:[{])(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')|[[\]{}]/g;
const quoted = /"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*'/y;

/** Where a bracket or quote is closed, behind what closes it. */
function closeOf(text: string, start: number): number | undefined {
  if (/["']/.test(text[start] ?? "")) {
    quoted.lastIndex = start;
    return quoted.test(text) ? quoted.lastIndex : undefined;
  }
  inBrackets.lastIndex = start;
  let depth = 0;
  for (let match = inBrackets.exec(text); match; match = inBrackets.exec(text)) {
    const [mark = ""] = match;
    if (mark === "[" || mark === "{") depth++;
    else if (mark === "]" || mark === "}") depth--;
    if (depth === 0) return inBrackets.lastIndex;
  }
  return undefined;
}

/** A comment would take in what follows it. */
function onOneLine(stretch: string): string {
  const bare = /^["']/.test(stretch)
    ? stretch
    : stretch.replace(inBrackets, (mark) =>
        mark.startsWith("#") ? " ".repeat(mark.length) : mark,
      );
  return bare.replace(/[\r\n]/g, " ");
}

/** Gives texts in a stretch that went over several lines the value that they have there. */
function foldLines(node: unknown, text: string, stretches: readonly Span[]): void {
  if (isPair(node)) for (const part of [node.key, node.value]) foldLines(part, text, stretches);
  if (!isCollection(node) && !isScalar(node)) return;
  const [start = 0, end = 0] = node.range ?? [];
  if (isCollection(node)) for (const item of node.items) foldLines(item, text, stretches);
  else if (!stretches.some((stretch) => stretch.start <= start && end <= stretch.end)) return;
  else if (text.slice(start, end).includes("\n"))
    node.value = folded(text.slice(start, end), node.type);
}

function folded(written: string, type: string | undefined): unknown {
  const text = written.replace(/[ \t]*\r?\n\s*/g, (gap) => {
    const empty = gap.split("\n").length - 2;
    return empty > 0 ? "\n".repeat(empty) : " ";
  });
  if (type === "QUOTE_SINGLE") return text.slice(1, -1).replaceAll("''", "'");
  if (type !== "QUOTE_DOUBLE") return text;
  const [read] = parsed(text.replaceAll("\n", "\\n"));
  return isScalar(read?.contents) ? read.contents.value : text;
}
