// What is said to help when a build fails by something else than its Dockerfile; words of real engines.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { PatternMatcher } from "../../../extension/engine/build/pattern-matcher.ts";
import { type Failure, remedyOf, syntaxLine } from "../../../extension/engine/build/remedies.ts";
import { removeTemporary } from "../../temporary.ts";

const remedy = (failure: Partial<Failure>) =>
  remedyOf({ message: "", step: "", output: [], platform: undefined, ...failure });

test("a full disk of the engine is told to be freed", () => {
  const context = {
    message: "write /var/lib/docker/overlay2/q47/diff/big: no space left on device",
    step: "[internal] load build context",
  };
  assert.match(remedy(context), /prune/);
  const step = {
    message: 'process "/bin/sh -c make" did not complete successfully: exit code: 2',
    output: ["cc: a.o: No space left on device"],
  };
  assert.match(remedy(step), /prune/);
});

test("a registry out of reach, or one that refuses, is told as such", () => {
  const base = "[internal] load metadata for docker.io/library/busybox:1.35";
  const lost = 'failed to do request: Head "https://registry/v2": dial tcp: network is unreachable';
  assert.match(remedy({ step: base, message: lost }), /cannot reach the registry/);
  assert.match(remedy({ step: base, message: lost, platform: "linux/arm64" }), /for linux\/arm64/);
  const denied = "pull access denied, repository does not exist or may require authorization";
  assert.match(remedy({ step: base, message: denied }), /log in/);
});

test("what a program in a step says of its own network is its own affair", () => {
  const step = "[2/2] RUN apk add curl";
  assert.equal(remedy({ step, message: "exit code: 1", output: ["dial tcp: no such host"] }), "");
  assert.equal(remedy({ step, message: "exit code: 1" }), "");
});

test("a pattern that the engine would refuse is named with where it may stand", () => {
  assert.throws(() => new PatternMatcher(["[[]x[]]*"]), /\[\[\]x\[\]\]\* is not valid\. .*COPY/);
});

test("the line of # syntax= is found behind a byte order mark and other directives, and nowhere else", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-syntax-"));
  const lineOf = (text: string) => {
    writeFileSync(join(folder, "Dockerfile"), text);
    return syntaxLine(join(folder, "Dockerfile"));
  };
  try {
    assert.equal(await lineOf("\uFEFF# syntax=a/b:1\nFROM scratch\n"), 1);
    assert.equal(await lineOf("# escape=`\n# syntax=a/b:1"), 2);
    assert.equal(await lineOf("FROM scratch\n# syntax=a/b:1\n"), undefined);
    assert.equal(await lineOf("# only a remark"), undefined);
    assert.equal(await syntaxLine(join(folder, "none")), undefined);
  } finally {
    removeTemporary(folder);
  }
});
