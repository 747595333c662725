// What the scanner gives: directives, comments and instructions, each with its place.
import { moved, type Span } from "../../text.ts";
import type { Cooked } from "./cooked.ts";

/** `# name=value` at the head of the file. */
export interface Directive extends Span {
  /** In lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

/** A line that holds nothing but a comment; `inside` one that stands in a continued instruction. */
export interface Comment {
  start: number;
  end: number;
  /** Behind the `#`, trimmed. */
  readonly text: string;
  readonly inside: boolean;
}

/** `<<EOF … EOF`. */
export interface Heredoc {
  /** `<<-"EOF"` where it is opened. */
  readonly opener: Span;
  readonly delimiter: string;
  /** The delimiter where it is opened, without quotes. */
  readonly delimiterSpan: Span;
  /** Variables in the body are expanded: the delimiter has no quotes. */
  readonly expands: boolean;
  /** `<<-`: leading tabs are dropped. */
  readonly chomps: boolean;
  /** The lines of the body with the last line's end. */
  readonly body: Span;
  /** The closing delimiter; `undefined`: the file ends before it. */
  readonly closer: Span | undefined;
}

/** An instruction as it stands in the file: its logical line, joined, and its heredocs. */
export interface RawInstruction {
  readonly cooked: Cooked;
  /** Where its first line begins; before the keyword if that is a lone continuation character. */
  readonly begin: number;
  /** From the keyword to the end of the last line of the instruction itself. */
  readonly span: Span;
  /** With its heredocs. */
  readonly fullSpan: Span;
  readonly heredocs: readonly Heredoc[];
  /** Blank lines between its continued lines. */
  readonly blankLines: readonly Span[];
  /** The last line that was read for it; a blank one or a comment if the file ends there. */
  readonly lastLine: Span;
  /** How many comments stand before it: `comments.slice(0, commentsBefore)`. */
  readonly commentsBefore: number;
  /** Where the line behind it begins; infinite if the file ends in it, so that more text would be its own. */
  readonly after: number;
}

/** The same instruction in a text in which it stands elsewhere. */
export function movedRaw(raw: RawInstruction, by: number): RawInstruction {
  const heredoc = ({ opener, delimiterSpan, body, closer, ...rest }: Heredoc): Heredoc => ({
    ...rest,
    opener: moved(opener, by),
    delimiterSpan: moved(delimiterSpan, by),
    body: moved(body, by),
    closer: closer && moved(closer, by),
  });
  return {
    cooked: raw.cooked.moved(by),
    begin: raw.begin + by,
    span: moved(raw.span, by),
    fullSpan: moved(raw.fullSpan, by),
    heredocs: raw.heredocs.map(heredoc),
    blankLines: raw.blankLines.map((line) => moved(line, by)),
    lastLine: moved(raw.lastLine, by),
    commentsBefore: raw.commentsBefore,
    after: raw.after + by,
  };
}

export interface Scan {
  readonly escape: "\\" | "`";
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly RawInstruction[];
  /** Lines above BuildKit's limit of 65,535 bytes. */
  readonly longLines: readonly Span[];
  /** Up to here directives were looked for; infinite if there is nothing else. */
  readonly headEnd: number;
}
