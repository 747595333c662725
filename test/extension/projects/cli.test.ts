// The argument lists of Compose, and how the person's Compose is found.
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
  downArguments,
  findCompose,
  plainUp,
  scaleArguments,
  targetArguments,
  upArguments,
} from "../../../extension/projects/cli.ts";

test("files stand in order, short where they lie in the folder, before name, profiles and env files", () => {
  assert.deepEqual(
    targetArguments({
      folder: "/w/my 가게",
      files: ["/w/my 가게/compose.yaml", "/w/my 가게/-odd.yaml", "/other/base.yaml"],
      projectFolder: "/w",
      name: "shop",
      profiles: ["debug", "test"],
      environmentFiles: ["/w/my 가게/dev.env"],
    }),
    [
      ...["-f", "compose.yaml", "-f", "./-odd.yaml", "-f", "/other/base.yaml"],
      ...["--project-directory", "/w"],
      ...["-p", "shop", "--profile", "debug", "--profile", "test", "--env-file", "dev.env"],
    ],
  );
  assert.deepEqual(targetArguments({ folder: "/", files: [], name: "shop" }), ["-p", "shop"]);
});

test("up, down and scale", () => {
  assert.deepEqual(upArguments(plainUp, ["web"]), ["up", "-d", "web"]);
  assert.deepEqual(
    upArguments({ ...plainUp, detach: false, build: true, recreate: true, pull: true, wait: true }),
    ["up", "--build", "--force-recreate", "--pull", "always"],
    "without -d there is nothing to wait for",
  );
  assert.deepEqual(downArguments({ volumes: true, images: true, orphans: true }), [
    ...["down", "--volumes", "--rmi", "local", "--remove-orphans"],
  ]);
  assert.deepEqual(scaleArguments("web", 3), [
    ...["up", "-d", "--no-deps", "--no-recreate", "--scale", "web=3", "web"],
  ]);
});

/** A folder with programs that answer to `… version`, as shell scripts. */
function programs(all: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "dockwright compose "));
  mkdirSync(folder, { recursive: true });
  for (const [name, script] of Object.entries(all)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

const unless = { skip: process.platform === "win32" };

test("the first Compose that answers is taken", unless, async () => {
  const folder = programs({
    docker: "echo 'docker: unknown command: docker compose' >&2; exit 1",
    "docker-compose": "echo 'Docker Compose version v2.40.3-desktop.1'",
    podman: "echo 1.0.6",
  });
  try {
    const env = { PATH: folder };
    assert.deepEqual(await findCompose("", env), {
      program: "docker-compose",
      prefix: [],
      version: "2.40.3",
    });
    rmSync(join(folder, "docker-compose"));
    assert.deepEqual((await findCompose("", env))?.prefix, ["compose"]);
    rmSync(join(folder, "podman"));
    assert.equal(await findCompose("", env), undefined);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a path that is set is the only one that is tried", unless, async () => {
  const folder = programs({
    docker: 'test "$1" = compose && echo 2.26.1',
    "my compose": "echo v1.2",
  });
  try {
    const env = { PATH: folder };
    const docker = await findCompose(join(folder, "docker"), env);
    assert.deepEqual(docker?.prefix, ["compose"]);
    const own = await findCompose(join(folder, "my compose"), env);
    assert.deepEqual([own?.prefix, own?.version], [[], "1.2"]);
    assert.equal(await findCompose(join(folder, "none"), env), undefined);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
