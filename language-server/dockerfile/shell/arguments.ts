// Questions about a command's words: flags, their values, what is left. It reads words the way
// most programs do (`-yq` is y and q, `--name=value`), and knows no program in particular.
import type { Command, Word } from "./syntax.ts";

/** The names of all flags: `--quiet=2` gives quiet, `-yqq` gives y, q and q. */
export function flagsOf({ args }: Command): readonly string[] {
  const flags: string[] = [];
  for (const { text } of args)
    if (text.startsWith("--")) flags.push(text.slice(2).split("=", 1)[0] ?? "");
    else if (text.startsWith("-")) flags.push(...text.slice(1).split("=", 1).join(""));
  return flags;
}

export function hasFlag(command: Command, ...names: readonly string[]): boolean {
  return flagsOf(command).some((flag) => names.includes(flag));
}

export function hasWord({ args }: Command, ...words: readonly string[]): boolean {
  return args.some(({ text }) => words.includes(text));
}

/** The first of these words among the arguments. */
export function wordOf({ args }: Command, ...words: readonly string[]): Word | undefined {
  return args.find(({ text }) => words.includes(text));
}

/** The words that are no flags; a flag named in `valued` takes the next word with it. */
export function operands({ args }: Command, valued: readonly string[] = []): readonly Word[] {
  const found: Word[] = [];
  for (let index = 0; index < args.length; index++) {
    const word = args[index];
    if (word === undefined) break;
    if (!word.text.startsWith("-")) found.push(word);
    else if (valued.length > 0 && !word.text.includes("=") && valued.includes(flagName(word.text)))
      index++;
  }
  return found;
}

/** The value of a flag: `-u 1`, `--uid 1` or `--uid=1`. */
export function flagValue({ args }: Command, ...names: readonly string[]): string | undefined {
  for (const [index, { text }] of args.entries()) {
    if (!text.startsWith("-") || !names.includes(flagName(text))) continue;
    const equals = text.indexOf("=");
    return equals < 0 ? args[index + 1]?.text : text.slice(equals + 1);
  }
  return undefined;
}

function flagName(text: string): string {
  return text.replace(/^--?/, "").split("=", 1)[0] ?? "";
}
