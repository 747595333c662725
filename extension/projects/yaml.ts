// Plain data as YAML text, in the style in which people write Compose files. Pure.

export type Yaml =
  | string
  | number
  | boolean
  | null
  | readonly Yaml[]
  | { readonly [key: string]: Yaml | undefined };

/** The text, with a line end. Keys that are undefined are left out. */
export function toYaml(value: Yaml): string {
  return `${block(value, 0).replace(/^\n/, "")}\n`;
}

/** A value behind its key or dash: on the same line, or as a block below. */
function block(value: Yaml, depth: number): string {
  const indent = "  ".repeat(depth);
  if (Array.isArray(value))
    return value.length === 0
      ? " []"
      : value.map((one) => `\n${indent}-${item(one, depth)}`).join("");
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).filter(([, one]) => one !== undefined);
    if (entries.length === 0) return " {}";
    return entries
      .map(([key, one]) => `\n${indent}${scalar(key)}:${block(one as Yaml, depth + 1)}`)
      .join("");
  }
  return ` ${scalar(value as string | number | boolean | null)}`;
}

/** A value behind a dash: a map begins on the line of the dash. */
function item(value: Yaml, depth: number): string {
  const text = block(value, depth + 1);
  return text.startsWith("\n") ? ` ${text.trimStart()}` : text;
}

/** What YAML would read as something else than this very text. */
const plain = /^[A-Za-z_./][\w ./@+=()%-]*(?<! )$/;
const others = /^(?:true|false|yes|no|on|off|null|y|n|~|\.inf|\.nan|\.?\d.*)$/i;

function scalar(value: string | number | boolean | null): string {
  if (typeof value !== "string") return String(value);
  if (plain.test(value) && !others.test(value)) return value;
  // An image or a mount, in which a colon is no key's.
  if (/^[A-Za-z_./][\w./@+-]*(?::[\w./@+-]+)+$/.test(value) && !/^\d+:\d/.test(value)) return value;
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
