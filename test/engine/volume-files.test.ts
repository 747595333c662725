// What volumes hold, backed up, restored and cloned by the panel's commands on a real engine.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { panel, start } from "./commands.ts";
import { cleanUp, labels, engine as raw } from "./engine.ts";
import { execAndKeep } from "./exec-and-keep.ts";
import { lines, script } from "./scripted-vscode.ts";

const { run, object, engine, dispose } = panel();
const folder = mkdtempSync(join(tmpdir(), "dockwright-volumes-"));
after(async () => {
  dispose();
  await cleanUp();
  // Clones bear no labels of ours.
  await raw("DELETE", "/volumes/files-clone");
  rmSync(folder, { recursive: true, force: true });
});

async function ran(container: string, command: string): Promise<string> {
  const { stdout } = await execAndKeep(engine, container, ["sh", "-c", command]);
  return stdout;
}

/** The containers that are neither ours nor were there before. */
async function others(before: readonly string[] = []): Promise<string[]> {
  const { body } = await raw("GET", "/containers/json?all=1");
  const all = JSON.parse(body) as { Id: string; Names: string[] }[];
  const strange = all.filter(({ Names }) => !Names[0]?.startsWith("/files-"));
  return strange.map(({ Id }) => Id).filter((id) => !before.includes(id));
}

test("a volume is backed up, restored and cloned, with owners, modes and odd names", async () => {
  const before = await others();
  for (const name of ["files-one", "files-two"])
    await raw("POST", "/volumes/create", { Name: name, Labels: labels });
  const user = (name: string, volume: string) =>
    start(name, { HostConfig: { Binds: [`${volume}:/data`] } });
  const writer = await user("files-writer", "files-one");
  const make =
    "cd /data && mkdir -p 'a 나' && echo 하나 >'a 나/x y' && chmod 640 'a 나/x y' && chown 7:8 'a 나/x y' && ln -s 'a 나' link";
  await ran(writer, make);
  const list = "cd /data && find . | sort && stat -c '%a %u %g' 'a 나/x y' && cat 'link/x y'";
  const wanted = await ran(writer, list);
  assert.match(wanted, /640 7 8\n하나/);

  const tar = join(folder, "백업 one.tar");
  script(tar);
  await run("volumes.backUp", [await object("volume", "files-one")]);
  assert.match(lines[0] ?? "", /^docker run --rm -v files-one:\/volume:ro .* tar -cf/);
  assert.match(execFileSync("tar", ["-tf", tar], { encoding: "utf8" }), /\.\/link/);

  script([tar], "Restore");
  await run("volumes.restore", [await object("volume", "files-two")]);
  assert.equal(await ran(await user("files-reader", "files-two"), list), wanted);

  script("files-clone");
  await run("volumes.clone", [await object("volume", "files-one")]);
  await object("volume", "files-clone");
  assert.equal(await ran(await user("files-cloned", "files-clone"), list), wanted);

  // Nothing is left of what the files went through.
  assert.deepEqual(await others(before), []);
});
