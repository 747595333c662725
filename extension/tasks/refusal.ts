// The terminal of a task that cannot run: says why, and ends.
import { EventEmitter, type Pseudoterminal } from "vscode";

/** `why` is a text of ours. */
export function refusal(why: string): Pseudoterminal {
  const written = new EventEmitter<string>();
  const closed = new EventEmitter<number>();
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open() {
      written.fire(`\x1b[31m${why}\x1b[0m\r\n`);
      closed.fire(1);
    },
    close() {},
  };
}
