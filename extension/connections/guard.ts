// Which engines are guarded: what takes something away on them is asked about twice. Knows no command.
import { setting } from "../settings.ts";

/** An engine as people name it in the setting: a Docker context, or an address. */
export interface NamedEngine {
  readonly name: string;
  readonly host: string;
}

/** The entries of the setting that name this engine. `*` stands for any text. */
export function guardsOf({ name, host }: NamedEngine): string[] {
  const entries = setting<unknown>("guardedEngines", []);
  const names = Array.isArray(entries) ? entries.map(String) : [];
  return names.filter((entry) => fits(entry, name) || fits(entry, host));
}

export const isGuarded = (engine: NamedEngine): boolean => guardsOf(engine).length > 0;

function fits(entry: string, text: string): boolean {
  const parts = entry.trim().split("*");
  if (parts.length === 1) return entry.trim() === text;
  const [first = "", ...rest] = parts;
  const last = rest.pop() ?? "";
  if (text.length < first.length + last.length) return false;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  // What stands between the stars has to come in its order.
  let at = first.length;
  const end = text.length - last.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}
