// Folders that tests make for themselves.
import { rmSync } from "node:fs";

/** Removes it. A process that is just ending may still write there: no reason for a test to fail. */
export function removeTemporary(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  } catch (error) {
    console.log(`${folder} stays: ${error}`);
  }
}
