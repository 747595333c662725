// Stretches of text that an edit takes out whole: a list's item with its dash, a key with its value.
import type { Span } from "../../text.ts";
import type { Entry, Node } from "./tree.ts";

/** A list's item with its `- ` and its line, or with its comma in `[…]`. */
export function itemSpan({ source, start, end }: Node): Span {
  const { text } = source;
  const dash = /(?:^|\n)[ \t]*-[ \t]+$/.exec(text.slice(0, start));
  if (dash)
    return wholeLines(text, start - dash[0].length + (dash[0].startsWith("\n") ? 1 : 0), end);
  const after = /^\s*,[ \t]*/.exec(text.slice(end));
  if (after) return { start, end: end + after[0].length };
  const before = /,\s*$/.exec(text.slice(0, start));
  return { start: before ? start - before[0].length : start, end };
}

/** A key with its value, and the whole lines if nothing else stands on them. */
export function entrySpan({ keySpan, source, value }: Entry): Span {
  const { text } = source;
  const end = Math.max(value.source === source ? value.end : 0, keySpan.end);
  const line = text.lastIndexOf("\n", keySpan.start - 1) + 1;
  const alone = /^[ \t]*$/.test(text.slice(line, keySpan.start));
  if (alone) return wholeLines(text, line, end);
  const after = /^\s*,[ \t]*/.exec(text.slice(end));
  if (after) return { start: keySpan.start, end: end + after[0].length };
  const before = /,\s*$/.exec(text.slice(0, keySpan.start));
  return { start: before ? keySpan.start - before[0].length : keySpan.start, end };
}

/** Up to and including the end of the last line, a comment on it, too. */
function wholeLines(text: string, start: number, end: number): Span {
  if (text[end - 1] === "\n") return { start, end };
  const rest = /[^\n]*\n?/y;
  rest.lastIndex = end;
  return { start, end: end + (rest.exec(text)?.[0].length ?? 0) };
}
