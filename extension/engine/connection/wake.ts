// Tells when the machine has slept: connections may have died meanwhile without a word.
import type { Disposable } from "../disposable.ts";

const beat = 20_000;
const slept = 3 * beat;

/** Calls `onWake` when the clock has jumped ahead further than a busy program explains. */
export function watchSleep(onWake: () => void): Disposable {
  let last = Date.now();
  const timer = setInterval(() => {
    const now = Date.now();
    const jumped = now - last > slept;
    last = now;
    if (jumped) onWake();
  }, beat);
  timer.unref();
  return { dispose: () => clearInterval(timer) };
}
