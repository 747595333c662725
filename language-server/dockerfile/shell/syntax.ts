// What the shell reader gives: commands and words with their places in the script. All offsets
// are those of the script's own text; where it lies in a Dockerfile is the caller's matter.
import type { Span } from "../../text.ts";

/** `$NAME`, `${NAME…}`, `$(…)`, a backtick pair or `$((…))`. */
export interface Expansion extends Span {
  readonly kind: "variable" | "command" | "backticks" | "arithmetic";
  readonly quoted: boolean;
  /** The variable's name, or the sign of a special one; empty for the other kinds. */
  readonly name: string;
}

export interface Word extends Span {
  /** Without quotes and escapes; expansions stay as they are written. */
  readonly text: string;
  /** Some of it stands in quotes or behind a backslash. */
  readonly quoted: boolean;
  readonly expansions: readonly Expansion[];
}

export interface Redirection extends Span {
  /** `>`, `>>`, `<`, `<<<`, `2>&`, … without the number before it. */
  readonly operator: string;
  readonly target: Word | undefined;
}

/** What stands between a command and the next one. */
export type Joint = "&&" | "||" | ";" | "|" | "&" | "";

/** A simple command. Spans reach from the first assignment or word to the last word or redirection. */
export interface Command extends Span {
  /** The program's name as written, wrappers such as `command` and `exec` skipped; empty if it is no literal. */
  readonly name: string;
  readonly program: Word | undefined;
  readonly args: readonly Word[];
  readonly assignments: readonly Word[];
  readonly redirections: readonly Redirection[];
  readonly before: Joint;
  readonly after: Joint;
  /** 0 in the outermost list, one more in each group, structure or substitution. */
  readonly depth: number;
  /** Stands in `$(…)` or backticks. */
  readonly substituted: boolean;
  /** The condition of an `if`, `while` or `until`, or behind `!`. */
  readonly condition: boolean;
}

export interface Script {
  readonly text: string;
  /** In order of their ends; those of substitutions come before the command that holds them. */
  readonly commands: readonly Command[];
  /** The `|` signs. */
  readonly pipes: readonly Span[];
  /** Words that belong to no command: of `for` lists and `case`. */
  readonly loose: readonly Word[];
  /** Names that the script itself gives a value (`for`, `read`, assignments are in the commands). */
  readonly names: readonly string[];
  /** Where the text ends within a quote or a structure, or has a sign at a wrong place. */
  readonly broken: Span | undefined;
}
