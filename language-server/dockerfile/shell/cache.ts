// Remembers read scripts by their text: typing in one instruction leaves all others as they were.
import { cut } from "../../text.ts";
import { parseShell } from "./parser.ts";
import type { Script } from "./syntax.ts";

const most = 4_000;
let young = new Map<string, Script>();
let old = new Map<string, Script>();

/** The script of a text, read once as long as it is asked for now and then. */
export function readShell(text: string): Script {
  const known = young.get(text);
  if (known !== undefined) return known;
  // It outlives the file that it may be a slice of.
  const own = cut(text, 0, text.length);
  const script = old.get(text) ?? parseShell(own);
  if (young.size >= most) {
    old = young;
    young = new Map();
  }
  young.set(own, script);
  return script;
}
