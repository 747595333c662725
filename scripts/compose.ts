// Real Composes for tests, unpacked from Debian's packages below .dockwright/: an old and a new one.
import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { isDebianRoot, unpack } from "./debian.ts";

/** Debian's suites and what they have: trixie 2.26, sid the newest. */
export type ComposeSuite = "trixie" | "sid";

/** The path of the suite's docker-compose; undefined where it cannot be had or does not run. */
export function provideCompose(suite: ComposeSuite): string | undefined {
  if (!isDebianRoot()) return undefined;
  const folder = resolve(".dockwright", `compose-${suite}`);
  const program = join(folder, "tree/usr/libexec/docker/cli-plugins/docker-compose");
  for (let attempt = 1; attempt <= 3 && !answers(program); attempt++)
    try {
      rmSync(folder, { recursive: true, force: true });
      unpack(suite, ["docker-compose"], folder);
    } catch (error) {
      console.log(`docker-compose of ${suite}: ${error instanceof Error ? error.message : error}`);
    }
  return answers(program) ? program : undefined;
}

function answers(program: string): boolean {
  if (!existsSync(program)) return false;
  try {
    return execFileSync(program, ["version", "--short"], { encoding: "utf8" }).trim() !== "";
  } catch {
    return false;
  }
}
