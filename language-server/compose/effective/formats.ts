// Values as Compose writes them back: durations, sizes and command lines.
const nanoseconds: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
};

/** `90s` as `1m30s`; a text that is no duration stays as it is. */
export function normalDuration(text: string): string {
  const parts = [...text.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h|d|w)/g)];
  if (parts.length === 0 || parts.map(([part]) => part).join("") !== text.replace(/^[-+]/, ""))
    return text;
  const seconds = parts.reduce(
    (sum, [, number, unit = ""]) => sum + Number(number) * (nanoseconds[unit] ?? 0),
    0,
  );
  return (text.startsWith("-") ? "-" : "") + duration(seconds);
}

function duration(seconds: number): string {
  if (seconds === 0) return "0s";
  for (const [unit, size] of [
    ["ns", 1e-9],
    ["µs", 1e-6],
    ["ms", 1e-3],
  ] as const)
    if (seconds < size * 1000 && seconds < 1) return `${rounded(seconds / size)}${unit}`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = rounded(seconds % 60);
  return `${hours ? `${hours}h` : ""}${hours || minutes ? `${minutes}m` : ""}${rest}s`;
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}

const pieces = /"((?:\\[\s\S]|[^"\\])*)"?|'([^']*)'?|\\([\s\S]?)|(\s+)|[^\s"'\\]+/g;

/** The words of a command line, as a shell without variables reads it. */
export function splitCommand(text: string): readonly string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (const match of text.matchAll(pieces)) {
    const blank = match[4] !== undefined;
    if (blank && word !== undefined) words.push(word);
    word = blank ? undefined : (word ?? "") + unquoted(match);
  }
  if (word !== undefined) words.push(word);
  return words;
}

function unquoted([whole, double, single, escaped]: RegExpExecArray): string {
  if (double !== undefined)
    return double.replace(/\\(["\\$`\n])/g, (_all, one) => (one === "\n" ? "" : one));
  if (escaped !== undefined) return escaped === "\n" ? "" : escaped;
  return single ?? whole;
}
