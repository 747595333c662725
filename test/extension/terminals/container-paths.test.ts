// Places in files that programs name, and where those files lie on this machine.
import assert from "node:assert/strict";
import { test } from "node:test";
import { candidates, placesIn } from "../../../extension/terminals/container-paths.ts";

const found = (line: string) =>
  placesIn(line).map(({ start, length, path, line: row, column }) => [
    line.slice(start, start + length),
    path,
    row,
    column,
  ]);

test("the forms in which programs name places", () => {
  assert.deepEqual(found("    at main (/app/src/main.js:10:3)"), [
    ["/app/src/main.js:10:3", "/app/src/main.js", 10, 3],
  ]);
  assert.deepEqual(found('  File "/srv/app.py", line 7, in <module>'), [
    ['/srv/app.py", line 7', "/srv/app.py", 7, 1],
  ]);
  assert.deepEqual(found("/src/Program.cs(12,5): error CS1002"), [
    ["/src/Program.cs(12,5)", "/src/Program.cs", 12, 5],
  ]);
  assert.deepEqual(found("panic: /go/src/한글 x.go"), []);
});

test("what only looks like a place is none", () => {
  for (const line of [
    "GET http://host/a/b.js:80 200",
    "10.0.0.1:8080",
    "see docs/readme.md:3",
    "/etc/passwd",
    "12:30:45",
  ])
    assert.deepEqual(found(line), [], line);
});

test("a bind mount comes first, the innermost before the others, then copies of the workspace", () => {
  const mounts = [
    { type: "bind", source: "/home/me/web", target: "/app" },
    { type: "bind", source: "/home/me/lib", target: "/app/lib/" },
    { type: "volume", source: "/var/lib/docker/volumes/x", target: "/app/lib/v" },
  ];
  assert.deepEqual(candidates("/app/lib/a.js", mounts, ["/w"]), [
    "/home/me/lib/a.js",
    "/home/me/web/lib/a.js",
    "/w/app/lib/a.js",
    "/w/lib/a.js",
    "/w/a.js",
  ]);
  assert.deepEqual(candidates("/application/a.js", mounts, []), []);
  assert.deepEqual(candidates("/app/../../etc/passwd", mounts, ["/w"]), []);
});
