// The one output channel "Docker": what was done, as docker lines, and what failed. Knows no engine.
import { type LogOutputChannel, window } from "vscode";

let channel: LogOutputChannel | undefined;

/** The channel; made at its first use. */
export function log(): LogOutputChannel {
  channel ??= window.createOutputChannel("Docker", { log: true });
  return channel;
}

const kept = 20;
const equivalents: string[] = [];

/** The docker lines that equal what was done last, the newest first. */
export const equivalentsSoFar = (): readonly string[] => equivalents;

/** Writes the docker line that equals what is being done, so that people learn and can repeat it. */
export function showEquivalent(line: string): void {
  log().info(`$ ${line}`);
  equivalents.splice(0, equivalents.length, line, ...equivalents.filter((one) => one !== line));
  equivalents.length = Math.min(equivalents.length, kept);
}
