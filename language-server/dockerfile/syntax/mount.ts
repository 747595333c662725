// Reads the value of `RUN --mount=` into its fields.
import type { Span } from "../../text.ts";
import type { Instruction } from "./instruction.ts";
import type { Flag } from "./words.ts";

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

/** The fields of a mount flag, in their order. The quotes of the flag are gone before it is cut at commas. */
export function parseMount({ cooked }: Instruction, flag: Flag): readonly MountField[] {
  const value = flag.value ?? "";
  const offsetOf = placesIn(flag);
  const span = (from: number, to: number): Span =>
    cooked.span(offsetOf(from), to > from ? offsetOf(to - 1) + 1 : offsetOf(from));
  const fields: MountField[] = [];
  let start = 0;
  for (const part of value.split(",")) {
    const end = start + part.length;
    const equals = part.indexOf("=");
    const keyEnd = equals < 0 ? end : start + equals;
    const written = part.slice(0, keyEnd - start).toLowerCase();
    fields.push({
      ...span(start, end),
      written,
      key: LONG_NAMES[written] ?? written,
      keySpan: span(start, keyEnd),
      value: equals < 0 ? undefined : part.slice(equals + 1),
      valueSpan: equals < 0 ? undefined : span(keyEnd + 1, end),
    });
    start = end + 1;
  }
  return fields;
}

/** Where the characters of a flag's value stand in the logical line. */
function placesIn({ raw, value = "", offset }: Flag): (at: number) => number {
  if (raw === value) return (at) => offset + at;
  const places: number[] = [];
  let at = 0;
  for (const char of value) {
    while (at < raw.length && raw[at] !== char[0]) at++;
    for (let unit = 0; unit < char.length; unit++) places.push(offset + at++);
  }
  return (index) => places[index] ?? offset + raw.length;
}
