// Where tests live: homes without anything of the person's.
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeTemporary } from "../../test/temporary.ts";

/** The surroundings of a layer that needs nothing but a home. */
export function inOwnHome() {
  const home = homes();
  const env = {};
  return {
    env,
    refresh: async () => void Object.assign(env, home.next()),
    stop: async () => home.remove(),
  };
}

/**
 * A new home for each file, without anything that a person, or the file before, has set up for docker, Compose
 * and ssh. Compose, for one, locks a project for its `watch` by a file that it leaves there: one of long ago
 * names a process that may be another one by now, and Compose then refuses.
 */
export function homes() {
  const folder = mkdtempSync(join(tmpdir(), "dockwright-home-"));
  const settings = /^(DOCKER|COMPOSE|BUILDX|BUILDKIT|XDG)_|^SSH_AUTH_SOCK$/;
  const foreign = Object.keys(process.env).filter((name) => settings.test(name));
  let count = 0;
  return {
    next() {
      const home = join(folder, String(++count));
      const run = join(home, "run");
      mkdirSync(run, { recursive: true, mode: 0o700 });
      const unset = Object.fromEntries(foreign.map((name) => [name, undefined]));
      return { ...unset, HOME: home, XDG_RUNTIME_DIR: run };
    },
    remove: () => removeTemporary(folder),
  };
}
