// How serious a line of a log is, and what loggers call that.

export type Level = "trace" | "debug" | "info" | "warn" | "error";
export const LEVELS: readonly Level[] = ["trace", "debug", "info", "warn", "error"];

/** What loggers call their levels; the numbers are those of pino and bunyan, and below 10 those of syslog. */
const NAMES: Readonly<Record<string, Level>> = {
  trace: "trace",
  trce: "trace",
  verbose: "trace",
  vrb: "trace",
  debug: "debug",
  dbug: "debug",
  dbg: "debug",
  info: "info",
  inf: "info",
  information: "info",
  notice: "info",
  warn: "warn",
  wrn: "warn",
  warning: "warn",
  err: "error",
  error: "error",
  fail: "error",
  crit: "error",
  critical: "error",
  alert: "error",
  emerg: "error",
  fatal: "error",
  ftl: "error",
  panic: "error",
  severe: "error",
  traceback: "error",
  "0": "error",
  "1": "error",
  "2": "error",
  "3": "error",
  "4": "warn",
  "5": "info",
  "6": "info",
  "7": "debug",
  "10": "trace",
  "20": "debug",
  "30": "info",
  "40": "warn",
  "50": "error",
  "60": "error",
};

/** The level that a word or a number of a logger means. */
export function levelNamed(name: unknown): Level | undefined {
  const known = String(name).toLowerCase();
  return Object.hasOwn(NAMES, known) ? NAMES[known] : undefined;
}

/** The first letters of levels, as MongoDB, klog and glog write them. */
const LETTERS: Readonly<Record<string, Level>> = {
  f: "error",
  e: "error",
  w: "warn",
  i: "info",
  d: "debug",
};

/** The level that a letter means, with a number behind it or not. */
export function levelOfLetter(letter: unknown): Level | undefined {
  return /^[a-z]\d?$/i.test(String(letter))
    ? LETTERS[String(letter)[0]?.toLowerCase() ?? ""]
    : undefined;
}
