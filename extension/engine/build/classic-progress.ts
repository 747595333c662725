// Makes steps of what the classic builder and Podman's tell as plain text: `Step 2/5 : RUN …`.
import type { Progress, Step } from "./progress.ts";

/** What the builder says of itself rather than of the step. */
const NOISE = /^( ?-+> |Successfully (built|tagged) )/;
/** The same behind the output of a program that ends without a new line. */
const BEHIND =
  /( ---> (Removed intermediate container )?|--> |Removing intermediate container )[0-9a-f]{10,64}$/;

/** Takes the builder's text in any cut. */
export class ClassicProgress {
  readonly #progress: Progress;
  readonly #now: () => number;
  #rest = "";
  #step: Step | undefined;
  #begun = 0;

  constructor(progress: Progress, now: () => number = Date.now) {
    this.#progress = progress;
    this.#now = now;
  }

  push(text: string): void {
    const lines = (this.#rest + text).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#line(line);
  }

  /** The stream is over; an error is the running step's. */
  end(error = ""): void {
    if (this.#rest) this.push("\n");
    this.#finish(error ? "failed" : "done", error);
  }

  #line(whole: string): void {
    const line = whole.replace(BEHIND, "");
    if (whole !== line && !line) return;
    const step = /^(?:\[\d+\/\d+\] )?STEP (\d+)\/(\d+) ?: (.*)$/i.exec(line);
    if (step) {
      const [, number, total, text] = step;
      this.#finish("done");
      this.#begun = this.#now();
      const name = `[${number}/${total}] ${text}`;
      this.#step = {
        id: `${number} ${text}`,
        name,
        state: "running",
        duration: 0,
        error: "",
      };
      this.#progress.update(this.#step);
    } else if (/^COMMIT\b/.test(line)) {
      // Podman: what follows is about the image.
      this.#finish("done");
    } else if (/^ ?-+> Using cache/i.test(line)) this.#finish("cached");
    else if (this.#step && !NOISE.test(line))
      this.#progress.write(this.#step.id, Buffer.from(`${line}\n`));
  }

  #finish(state: "done" | "cached" | "failed", error = ""): void {
    if (!this.#step) return;
    const duration = this.#now() - this.#begun;
    this.#progress.update({ ...this.#step, state, duration, error });
    this.#step = undefined;
  }
}
