// Command lines written as one text, split into words as Compose does: quotes and backslashes
// count, variables do not, and a sign of the shell ends the command.

export interface CommandLine {
  readonly words: readonly string[];
  /** Where a sign of the shell makes Compose stop reading. */
  readonly cut?: number;
  /** Compose refuses the text: this is not closed. */
  readonly open?: string;
}

const pieces =
  /(?<blank>\s+)|(?<sign>[;&|<>])|(?<bracket>[()])|\\(?<escaped>[\s\S]?)|'(?<single>[^']*)'?|"(?<double>(?:\\[\s\S]|[^"\\])*)"?|(?<shell>`(?:\\[\s\S]|[^`\\])*`?|\$\((?:\\[\s\S]|[^()\\])*\)?)|\$|[^\s;&|<>()\\'"`$]+/g;

/** Reads a command line; any text gives one. */
export function readCommand(text: string): CommandLine {
  const all = [...text.matchAll(pieces)];
  const stop = all.findIndex(({ groups }) => groups?.sign ?? groups?.bracket);
  const read = stop < 0 ? all : all.slice(0, stop);
  const open = all[stop]?.groups?.bracket ? "(" : read.map(unclosed).find(Boolean);
  if (open) return { words: [], open };
  const words = joined(read);
  const sign = all[stop];
  if (!sign) return { words };
  // `2>` is no word of its own.
  const before = read.at(-1)?.groups?.blank === undefined ? words.at(-1) : undefined;
  return sign[0] === ">" && /^\d/.test(before ?? "")
    ? { words: words.slice(0, -1), cut: sign.index - 1 }
    : { words, cut: sign.index };
}

function joined(pieces: readonly RegExpExecArray[]): readonly string[] {
  const words: string[] = [];
  let inside = false;
  for (const piece of pieces) {
    const blank = piece.groups?.blank !== undefined;
    if (!blank) words.push((inside ? words.pop() : "") + unquoted(piece));
    inside = !blank;
  }
  return words;
}

function unquoted({ 0: piece, groups = {} }: RegExpExecArray): string {
  const { double, shell, single, escaped } = groups;
  return single ?? escaped ?? (double ?? shell ?? piece).replace(/\\([\s\S])/g, "$1");
}

function unclosed({ 0: piece, groups = {} }: RegExpExecArray): string | undefined {
  const [first = ""] = piece;
  if (groups.escaped === "") return "\\";
  const inner = groups.double ?? groups.single;
  if (inner !== undefined) return piece.length === inner.length + 2 ? undefined : first;
  if (groups.shell === undefined) return undefined;
  const end = first === "$" ? ")" : first;
  return piece.length > 1 && piece.endsWith(end) ? undefined : first === "$" ? "(" : first;
}
