// RUNs that do one thing only.
import type { RunCommand, RunScript } from "../../model/run-commands.ts";

/** The command of a script that has no other, and runs it in the foreground. */
export function loneCommand(run: RunScript): RunCommand | undefined {
  const { commands, broken } = run.script;
  const [only] = commands;
  if (!only || commands.length > 1 || broken || only.depth > 0) return undefined;
  return only.after === "" || only.after === ";" ? run.commands[0] : undefined;
}
