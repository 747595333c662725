// The engine's answers, of which nothing is sure: each value as what it should be, or empty. Knows no object.

/** The engine's answers: nothing in them is sure to be there. */
export type Raw = { readonly [key: string]: unknown };

/** The value if it is a text, else an empty one. */
export const text = (value: unknown): string => (typeof value === "string" ? value : "");
/** The value if it is a number, else 0. */
export const number = (value: unknown): number => (typeof value === "number" ? value : 0);
/** The elements of an array of objects, else none. */
export const list = (value: unknown): Raw[] =>
  Array.isArray(value) ? (value as Raw[]).filter(Boolean) : [];
/** The texts in an array, else none. */
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];
/** The value if it is an object, else an empty one. */
export const record = (value: unknown): Raw =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Raw) : {};

/** The texts of an object, sorted by their keys. */
export function stringRecord(value: unknown): Record<string, string> {
  const result: Record<string, string> = {};
  for (const [key, one] of Object.entries(record(value)).sort(([a], [b]) => (a < b ? -1 : 1)))
    result[key] = text(one);
  return result;
}
