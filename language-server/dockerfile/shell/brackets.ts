// Small readers of stretches whose inside means nothing: to a closing bracket, or over the
// body of a heredoc.

export interface Heredoc {
  readonly delimiter: string;
  /** `<<-`: tabs before the delimiter do not count. */
  readonly tabs: boolean;
}

/** The offset of the `)` that closes the `(` at an offset, or the text's end. */
export function closingParenthesis(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const unit = text[at];
    if (unit === "(") depth++;
    else if (unit === "\\") at++;
    else if (unit === ")" && --depth === 0) return at;
  }
  return text.length;
}

/** Where the line behind the closing delimiter begins, or the text's end. */
export function heredocEnd(text: string, start: number, { delimiter, tabs }: Heredoc): number {
  let at = start;
  while (at < text.length) {
    const feed = text.indexOf("\n", at);
    const line = text.slice(at, feed < 0 ? undefined : feed);
    at = feed < 0 ? text.length : feed + 1;
    if ((tabs ? line.replace(/^\t+/, "") : line) === delimiter) break;
  }
  return at;
}
