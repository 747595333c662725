// Reads the value of `RUN --mount=` into its fields.
import type { Span } from "../../text.ts";
import type { Instruction } from "./instruction.ts";
import { type Flag, unquote } from "./words.ts";

/** One `key=value` of a mount. */
export interface MountField extends Span {
  /** As it is written, in lower case. */
  readonly written: string;
  /** The long name: `src` is `source`. */
  readonly key: string;
  readonly keySpan: Span;
  readonly value: string | undefined;
  readonly valueSpan: Span | undefined;
}

const LONG_NAMES: Readonly<Record<string, string>> = {
  src: "source",
  dst: "target",
  destination: "target",
  ro: "readonly",
  rw: "readwrite",
};

/** The fields of a mount flag, in their order. */
export function parseMount({ cooked }: Instruction, flag: Flag): readonly MountField[] {
  const fields: MountField[] = [];
  let offset = flag.offset;
  for (const part of splitFields(flag.raw)) {
    const equals = part.indexOf("=");
    const keyEnd = equals < 0 ? part.length : equals;
    const written = unquote(part.slice(0, keyEnd)).toLowerCase();
    fields.push({
      ...cooked.span(offset, offset + part.length),
      written,
      key: LONG_NAMES[written] ?? written,
      keySpan: cooked.span(offset, offset + keyEnd),
      value: equals < 0 ? undefined : unquote(part.slice(equals + 1)),
      valueSpan: equals < 0 ? undefined : cooked.span(offset + keyEnd + 1, offset + part.length),
    });
    offset += part.length + 1;
  }
  return fields;
}

/** At commas outside quotes. */
function splitFields(text: string): readonly string[] {
  if (!/["']/.test(text)) return text.split(",");
  const parts: string[] = [];
  let quote = "";
  let start = 0;
  for (let offset = 0; offset < text.length; offset++) {
    const char = text[offset] ?? "";
    if (quote) quote = char === quote ? "" : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === ",") {
      parts.push(text.slice(start, offset));
      start = offset + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}
