// Why a container ended, and what to do next.
import assert from "node:assert/strict";
import { test } from "node:test";
import { explainExit } from "../../../extension/engine/explain-exit.ts";

test("the end of a container is explained", () => {
  const at = (ms: number) => new Date(ms).toISOString();
  const zero = { Status: "exited", ExitCode: 0, StartedAt: at(1000) };
  assert.match(explainExit({ ...zero, FinishedAt: at(1100) }).what, /at once/);
  assert.doesNotMatch(explainExit({ ...zero, FinishedAt: at(100_000) }).what, /at once/);
  const advice = (...command: string[]) =>
    explainExit({ ...zero, FinishedAt: at(1100) }, { image: "debian:12", command, terminal: false })
      .next;
  assert.match(advice("/bin/bash"), /shell \(\/bin\/bash\).*docker run -it debian:12$/);
  assert.match(advice("sh", "-c", "service nginx start"), /background/);
  assert.match(advice("sh", "-c", "sleep 100 &"), /background/);
  assert.match(advice("echo", "hello"), /\(echo hello\).*--entrypoint sh debian:12$/);
  assert.match(explainExit({ Status: "exited", ExitCode: 137, OOMKilled: true }).next, /memory/);
  assert.match(explainExit({ Status: "exited", ExitCode: 131 }).what, /signal 3/);
  const dead = { Status: "dead", ExitCode: 0, Error: "unlinkat: operation not permitted" };
  assert.match(explainExit(dead).what, /removal/);
  assert.match(explainExit(dead).said, /not permitted/);
  const health = { Status: "unhealthy", Log: [{ Output: "refused\u001b[2J" }] };
  assert.equal(explainExit({ Status: "running", Health: health }).said, "refused [2J");
});
