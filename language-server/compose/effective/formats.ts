// Values as Compose writes them back: durations.
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
  if (/^[-+]?0$/.test(text)) return "0s";
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
    if (rounded(seconds / size) < 1000 && seconds < 1) return `${rounded(seconds / size)}${unit}`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = rounded(seconds % 60);
  return `${hours ? `${hours}h` : ""}${hours || minutes ? `${minutes}m` : ""}${rest}s`;
}

function rounded(value: number): number {
  return Number(value.toFixed(6));
}
