// A command inside a running container, with all that it says.
import type { Client } from "../../extension/engine/connection/http.ts";
import { exec } from "../../extension/engine/streams/exec.ts";

/** Runs a command to its end and keeps its output. */
export async function execAndKeep(
  client: Client,
  container: string,
  command: string[],
): Promise<{ exitCode: number; stdout: string; stderr: string }> {
  const session = await exec(client, container, { command, tty: false, input: false });
  const kept: Record<"stdout" | "stderr", Buffer[]> = { stdout: [], stderr: [] };
  try {
    for await (const { stream, bytes } of session.output) kept[stream].push(Buffer.from(bytes));
  } finally {
    session.close();
  }
  const textOf = (stream: keyof typeof kept) => Buffer.concat(kept[stream]).toString();
  return { exitCode: await session.exitCode(), stdout: textOf("stdout"), stderr: textOf("stderr") };
}
