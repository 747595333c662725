// How much an edit takes on the server's heap. What is taken must be collected, so it is a part of
// the cost that a busy machine does not change.
import { join } from "node:path";
import type { ServerLine } from "./client.ts";
import { openedIn, type Subject, withServer } from "./measure.ts";

const warming = 150;
const counted = 60;
/** Megabytes, and the program that is asked: little is collected meanwhile. */
const options = ["min-semi-space-size", "max-semi-space-size", "initial-heap-size"]
  .map((name) => `--${name}=1024`)
  .concat("--require", join(import.meta.dirname, "heap-probe.cjs"));

/** Kilobytes for one edit, until its findings have come. */
export function garbageOfEdit(line: ServerLine, subject: Subject, size: number): Promise<number> {
  const command = [...options, ...line.command];
  return withServer({ ...line, command, probed: true }, async (client, folder) => {
    const document = await openedIn(client, folder, subject, size);
    for (let done = 0; done < warming; done++) await document.editAndWait();
    const edits: number[] = [];
    const questions: number[] = [];
    for (let done = 0; done < counted; done++) {
      const before = await client.heap();
      await document.editAndWait();
      const edited = await client.heap();
      edits.push(edited - before);
      questions.push((await client.heap()) - edited);
    }
    return (meanGrowth(edits) - meanGrowth(questions)) / 1024;
  });
}

/** Of those between which nothing was collected. */
function meanGrowth(changes: readonly number[]): number {
  const grown = changes.filter((change) => change > 0);
  return grown.reduce((sum, change) => sum + change, 0) / grown.length;
}
