// The trace of a build, from bytes to steps.
import assert from "node:assert/strict";
import { test } from "node:test";
import { ClassicProgress } from "../../../extension/engine/build/classic-progress.ts";
import { type BuildEvent, Progress } from "../../../extension/engine/build/progress.ts";
import {
  bytesField,
  decode,
  number,
  numberField,
} from "../../../extension/engine/build/protobuf.ts";
import { decodeTrace } from "../../../extension/engine/build/trace.ts";

const join = (...parts: Buffer[]) => Buffer.concat(parts);
const time = (seconds: number) => numberField(1, seconds);

function vertex(digest: string, name: string, ...more: Buffer[]): Buffer {
  return bytesField(1, join(bytesField(1, digest), bytesField(3, name), ...more));
}

function log(digest: string, data: Uint8Array): Buffer {
  return bytesField(3, join(bytesField(1, digest), numberField(3, 1), bytesField(4, data)));
}

const traced = (...parts: Buffer[]) => decodeTrace(join(...parts).toString("base64"));

test("numbers keep 64 bits and a sign", () => {
  assert.equal(number(decode(numberField(6, -5)), 6), -5);
  assert.equal(number(decode(numberField(6, 2 ** 40)), 6), 2 ** 40);
  assert.throws(() => decode(Buffer.from([10, 5, 1])), RangeError);
});

test("steps take their states, output comes in whole lines and whole characters", () => {
  const events: BuildEvent[] = [];
  const progress = new Progress((event) => events.push(event));
  const korean = Buffer.from("안녕\nend");
  progress.apply(traced(vertex("d1", "[1/2] FROM x", numberField(4, 1))));
  progress.apply(traced(vertex("d2", "[2/2] RUN y", bytesField(5, time(10)))));
  progress.apply(traced(log("d2", korean.subarray(0, 2))));
  progress.apply(traced(log("d2", korean.subarray(2))));
  progress.apply(
    traced(
      vertex(
        "d2",
        "[2/2] RUN y",
        bytesField(5, time(10)),
        bytesField(6, time(12)),
        bytesField(7, "exit code: 3"),
      ),
    ),
  );
  assert.deepEqual(
    progress.steps.map(({ name, state, duration }) => [name, state, duration]),
    [
      ["[1/2] FROM x", "cached", 0],
      ["[2/2] RUN y", "failed", 2000],
    ],
  );
  const failed = progress.failed;
  assert.ok(failed);
  assert.equal(failed.error, "exit code: 3");
  assert.deepEqual(progress.output(failed), ["안녕", "end"]);
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ["step", "step", "output", "output", "step"],
  );
});

test("warnings have the check's name and their place, and come once", () => {
  const range = join(
    bytesField(1, join(numberField(1, 3), numberField(2, 0))),
    bytesField(2, join(numberField(1, 3), numberField(2, 7))),
  );
  const warning = bytesField(
    4,
    join(
      bytesField(1, "d"),
      bytesField(3, "JSONArgsRecommended: JSON arguments recommended for CMD (line 3)"),
      bytesField(4, "why"),
      bytesField(6, bytesField(1, "Dockerfile")),
      bytesField(7, range),
    ),
  );
  const progress = new Progress();
  progress.apply(traced(warning));
  progress.apply(traced(warning));
  assert.deepEqual(progress.warnings, [
    {
      code: "JSONArgsRecommended",
      message: "JSON arguments recommended for CMD",
      detail: "why",
      url: "",
      file: "Dockerfile",
      ranges: [{ start: { line: 3, column: 0 }, end: { line: 3, column: 7 } }],
    },
  ]);
});

test("the classic builder's text makes the same steps, Podman's too", () => {
  const progress = new Progress();
  let now = 0;
  const classic = new ClassicProgress(progress, () => now);
  classic.push("Step 1/3 : FROM busybox\n ---> 1234\nStep 2/3 : COPY . /\n ---> Using ca");
  classic.push("che\nStep 3/3 : RUN false\n ---> Running in 12\nboom\n");
  now = 500;
  classic.end("returned a non-zero code: 1");
  assert.deepEqual(
    progress.steps.map(({ name, state }) => `${state} ${name}`),
    ["done [1/3] FROM busybox", "cached [2/3] COPY . /", "failed [3/3] RUN false"],
  );
  const { failed } = progress;
  assert.ok(failed);
  assert.deepEqual(progress.output(failed), ["boom"]);

  const podman = new Progress();
  const buildah = new ClassicProgress(podman);
  buildah.push("[1/2] STEP 1/2: FROM x\n--> Using cache 12\n");
  buildah.end();
  assert.equal(podman.steps[0]?.state, "cached");
});
