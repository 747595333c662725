// Builds for tests: contexts in folders of their own, images that are removed at the end.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import {
  type BuildControl,
  BuildError,
  type BuildOptions,
  type BuildResult,
  buildImage,
} from "../../extension/engine/build/build.ts";
import type { BuildEngine } from "../../extension/engine/build/transport.ts";
import { HttpClient } from "../../extension/engine/connection/http.ts";
import { engine as api, cleanUp, isPodman, labels, socket } from "./engine.ts";

export const client = new HttpClient(async () => socket);
export const engine: BuildEngine = {
  client,
  hasBuildKit: !isPodman,
  cancelsSteps: !isPodman,
  credentials: async () => undefined,
};
const folders: string[] = [];
export const images = new Set<string>();

/** Removes all that was built, and the folders. */
export async function tearDown(): Promise<void> {
  for (const id of images) await api("DELETE", `/images/${id}?force=1`);
  await cleanUp();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  client.dispose();
}

/** A build context with these files; `->x` makes a link. */
export function tree(files: Readonly<Record<string, string>>, name = "build"): string {
  const folder = join(mkdtempSync(join(tmpdir(), "dockwright-")), name);
  folders.push(dirname(folder));
  mkdirSync(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    if (text.startsWith("->")) symlinkSync(text.slice(2), join(folder, path));
    else writeFileSync(join(folder, path), text);
  }
  return folder;
}

export async function build(
  folder: string,
  options: Partial<BuildOptions> = {},
  control: BuildControl = {},
): Promise<BuildResult> {
  const wish = { folder, labels, noCache: true, ...options };
  const result = await buildImage(engine, wish, control);
  images.add(result.imageId);
  return result;
}

/** Builds, and gives what the steps have written. */
export async function outputOf(
  folder: string,
  options: Partial<BuildOptions> = {},
): Promise<readonly string[]> {
  const lines: string[] = [];
  await build(folder, options, {
    onProgress: (event) => event.kind === "output" && lines.push(event.line),
  });
  return lines;
}

/** Runs a build that must fail. */
export async function failing(
  folder: string,
  options: Partial<BuildOptions> = {},
): Promise<BuildError> {
  try {
    await build(folder, options);
  } catch (error) {
    assert.ok(error instanceof BuildError, String(error));
    return error;
  }
  throw new Error("The build did not fail.");
}
