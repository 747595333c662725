// RUNs that do one thing only.
import type { RunCommand, RunScript } from "./run-commands.ts";

/** The command of a script that has no other, and runs it in the foreground. */
export function loneCommand({ commands, script }: RunScript): RunCommand | undefined {
  const [only, ...others] = commands;
  if (!only || others.length > 0 || script.broken || only.depth > 0) return undefined;
  return only.after === "" || only.after === ";" ? only : undefined;
}
