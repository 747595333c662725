// What a plain scalar is, as Compose's YAML reader (YAML 1.1 for dates and octal numbers,
// YAML 1.2 for booleans) understands it.
import type { Scalar } from "./tree.ts";

const words = new Map<string, Scalar>([
  ["", null],
  ["~", null],
  ...["null", "Null", "NULL"].map((word): [string, Scalar] => [word, null]),
  ...["true", "True", "TRUE"].map((word): [string, Scalar] => [word, true]),
  ...["false", "False", "FALSE"].map((word): [string, Scalar] => [word, false]),
  ...[".inf", ".Inf", ".INF", "+.inf"].map((word): [string, Scalar] => [word, Infinity]),
  ["-.inf", -Infinity],
  ...[".nan", ".NaN", ".NAN"].map((word): [string, Scalar] => [word, NaN]),
]);

const integer = /^[-+]?(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** The year, month, day, hour, minute and second of what Compose's reader takes for a time. */
const date =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?(?:Z|[-+]\d{2}:\d{2})| (\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d+)?)?$/;

export function plainScalar(text: string): Scalar {
  const word = words.get(text);
  if (word !== undefined) return word;
  const first = text.charCodeAt(0);
  if ((first < 48 || first > 57) && first !== 43 && first !== 45 && first !== 46) return text;
  const digits = text.replaceAll("_", "");
  if (integer.test(digits)) return integerValue(digits);
  return float.test(digits) ? Number(digits) : text;
}

function integerValue(digits: string): number {
  const sign = digits.startsWith("-") ? -1 : 1;
  const bare = digits.replace(/^[-+]/, "");
  if (/^0[0-7]+$/.test(bare)) return sign * Number.parseInt(bare, 8);
  return sign * Number(bare);
}

export function isDate(text: string): boolean {
  const found = /^\d{4}-/.test(text) && date.exec(text);
  if (!found) return false;
  const [year = 0, month = 0, day = 0, ...time] = found.slice(1).map((part) => Number(part ?? 0));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const isTime = time.every((part, at) => part < (at % 3 === 0 ? 24 : 60));
  return month >= 1 && month <= 12 && day >= 1 && day <= days && isTime;
}

/** Whether Compose's YAML reader makes a decimal number of a scalar, `1e3` and huge ones, too. */
export function isDecimal({
  value,
  text,
}: {
  readonly value: Scalar;
  readonly text: string;
}): boolean {
  return (
    typeof value === "number" &&
    (!integer.test(text.replaceAll("_", "")) || value >= 2 ** 64 || value < -(2 ** 63))
  );
}
