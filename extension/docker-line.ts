// Docker command lines as text that a person can paste into a POSIX shell. Runs nothing.
import { cliFlags } from "./engine/connection/endpoint.ts";
import type { Engine } from "./engine/engine.ts";

/**
 * A line for this engine, which is named where the docker command line would find another one by
 * itself. Without an engine, one for whichever it finds.
 */
export function engineLine(
  engine: Pick<Engine, "endpoint"> | undefined,
  ...args: readonly (string | undefined)[]
): string {
  return dockerLine(...(engine ? cliFlags(engine.endpoint) : []), ...args);
}

/** `docker` and the arguments, each quoted where a shell would read it otherwise; undefined ones are left out. */
export function dockerLine(...args: readonly (string | undefined)[]): string {
  return ["docker", ...args.filter((arg) => arg !== undefined).map(quoted)].join(" ");
}

/** One argument, quoted for a POSIX shell where needed. Control characters become spaces. */
export function quoted(arg: string): string {
  const safe = arg.replace(/[\u0000-\u001f\u007f-\u009f]/g, " ");
  return /^[\w@%+=:,./-]+$/.test(safe) ? safe : `'${safe.replaceAll("'", `'\\''`)}'`;
}
