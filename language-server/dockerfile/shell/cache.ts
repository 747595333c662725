// Remembers read scripts by their text: typing in one instruction leaves all others as they were.
import { parseShell } from "./parser.ts";
import type { Script } from "./syntax.ts";

const most = 4_000;
let young = new Map<string, Script>();
let old = new Map<string, Script>();

/** The script of a text, read once as long as it is asked for now and then. */
export function readShell(text: string): Script {
  let script = young.get(text);
  if (script !== undefined) return script;
  script = old.get(text) ?? parseShell(text);
  if (young.size >= most) {
    old = young;
    young = new Map();
  }
  young.set(text, script);
  return script;
}
