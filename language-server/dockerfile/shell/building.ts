// A command while it is read, and what becomes of it.
import type { Command, Joint, Redirection, Word } from "./syntax.ts";

export interface Building {
  /** Negative as long as nothing of it was read. */
  start: number;
  end: number;
  readonly words: Word[];
  readonly assignments: Word[];
  readonly redirections: Redirection[];
  readonly before: Joint;
  condition: boolean;
}

/** Programs that run the program that their first word names. */
const wrappers = new Set(["command", "builtin", "busybox", "exec"]);

export function begin(before: Joint, condition: boolean): Building {
  return { start: -1, end: -1, words: [], assignments: [], redirections: [], before, condition };
}

export function addWord(building: Building, word: Word): void {
  if (building.start < 0) building.start = word.start;
  building.end = word.end;
  building.words.push(word);
}

export function finish(
  building: Building,
  after: Joint,
  depth: number,
  substituted: boolean,
): Command {
  const [program, ...args] = building.words;
  const skip = program === undefined ? 0 : wrapped(program, args);
  const actual = skip > 0 ? args[skip - 1] : program;
  return {
    start: building.start,
    end: building.end,
    name: actual === undefined || actual.expansions.length > 0 ? "" : actual.text,
    program: actual,
    args: skip > 0 ? args.slice(skip) : args,
    assignments: building.assignments,
    redirections: building.redirections,
    before: building.before,
    after,
    depth,
    substituted,
    condition: building.condition,
  };
}

/** How many words a wrapper takes up to and with the program that it runs; 0: it is no wrapper. */
function wrapped(program: Word, args: readonly Word[]): number {
  if (!wrappers.has(program.text)) return 0;
  const index = args.findIndex(({ text }) => !text.startsWith("-"));
  return index === 0 ? 1 : 0;
}
