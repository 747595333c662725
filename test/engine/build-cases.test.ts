// What people put into a build context and a Dockerfile, on every engine: mounts, heredocs, links that
// lead outside, files that cannot be read, names with blanks, commands that are none.
import assert from "node:assert/strict";
import { accessSync, chmodSync, constants, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { after, test } from "node:test";
import type { BuildError } from "../../extension/engine/build/build.ts";
import { instructionOfStep } from "../../extension/terminals/build-step.ts";
import { factsOf } from "../../language-server/dockerfile/facts.ts";
import { parseDockerfile } from "../../language-server/dockerfile/model/document.ts";
import { build, client, failing, outputOf, tearDown, tree } from "./building.ts";
import { busybox, isPodman, socket } from "./engine.ts";

after(tearDown);

const { Version = "" } = await client.request<{ Version?: string }>({ path: "/version" });
const major = Number(Version.split(".")[0]);
const ways = isPodman ? [false] : [true, false];
const called = (buildKit: boolean) => (buildKit ? "BuildKit" : "classic");

/** Root reads everything; so for a moment we are nobody, where that one reaches the engine's socket. */
async function asNobody<T>(act: () => T): Promise<Awaited<T>> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

async function nobodyReachesIt(): Promise<boolean> {
  if (process.platform === "win32") return false;
  if (process.getuid?.() === 0 && socket.includes("dockwright")) chmodSync(socket, 0o666);
  try {
    await asNobody(() => accessSync(socket, constants.W_OK));
    return true;
  } catch {
    return false;
  }
}

const canBeNobody = await nobodyReachesIt();

/** The line of the step that failed. */
function lineOf(folder: string, { step }: BuildError): number | undefined {
  const text = readFileSync(join(folder, "Dockerfile"), "utf8");
  return step && instructionOfStep(factsOf(parseDockerfile(text)), step.name)?.line;
}

for (const buildKit of ways) {
  test(`names with blanks and Korean letters (${called(buildKit)})`, async () => {
    const folder = tree(
      {
        "한글 폴더/파일 하나.txt": "하나",
        "a b.txt": "two",
        "내 Dockerfile": `FROM ${busybox}\nCOPY ["한글 폴더", "a b.txt", "/d/"]\nRUN cat "/d/파일 하나.txt" "/d/a b.txt"\n`,
      },
      "빌드 폴더",
    );
    const output = await outputOf(folder, { buildKit, dockerfile: "내 Dockerfile" });
    assert.deepEqual(output, ["하나two"]);
  });

  test(`a link that leads out of the context brings nothing of this machine (${called(buildKit)})`, async () => {
    const folder = tree({
      Dockerfile: `FROM ${busybox}\nCOPY outside /stolen\n`,
      outside: "->../../../../../../etc/hostname",
    });
    await assert.rejects(build(folder, { buildKit }));
  });

  test(`a command that is none is told at its line (${called(buildKit)})`, async () => {
    const folder = tree({ Dockerfile: `FROM ${busybox}\n\nNONSENSE x\n` });
    const error = await failing(folder, { buildKit });
    assert.match(error.message, /NONSENSE|unknown instruction/i);
    if (!isPodman) assert.equal(error.line, 3);
  });

  test(`a file that is copied and is not there is named (${called(buildKit)})`, async () => {
    const folder = tree({ Dockerfile: `FROM ${busybox}\nCOPY nowhere.txt /\n` });
    const error = await failing(folder, { buildKit });
    assert.match(error.message, /nowhere\.txt/);
  });

  test(`a context and a Dockerfile that are not there (${called(buildKit)})`, async () => {
    await assert.rejects(build("/nowhere/at/all", { buildKit }), /nowhere/);
    const folder = tree({ "a.txt": "" });
    await assert.rejects(build(folder, { buildKit }), /Dockerfile/);
  });

  if (canBeNobody)
    test(`a file that cannot be read is named (${called(buildKit)})`, async () => {
      const folder = tree({ Dockerfile: `FROM ${busybox}\nCOPY . /all/\n`, "locked.txt": "x" });
      chmodSync(dirname(folder), 0o755);
      chmodSync(join(folder, "locked.txt"), 0);
      await asNobody(() =>
        assert.rejects(build(folder, { buildKit }), /EACCES.*locked\.txt|locked\.txt.*denied/),
      );
    });
}

// BuildKit looks for them since 27.
if (!isPodman && major >= 27)
  test("what BuildKit warns of comes with its name and its line", async () => {
    const folder = tree({ Dockerfile: `FROM ${busybox}\nMAINTAINER me\n\nCMD echo started\n` });
    const { warnings } = await build(folder);
    assert.deepEqual(warnings.map(({ code, ranges }) => [code, ranges[0]?.start.line]).sort(), [
      ["JSONArgsRecommended", 4],
      ["MaintainerDeprecated", 2],
    ]);
  });

// Podman 4.3 has neither.
if (!isPodman) {
  test("a cache mount holds for the next step what one has left in it", async () => {
    // The engine does not count mounts when it looks for a step in its cache: the texts are new.
    const now = String(Date.now());
    const run = `RUN --mount=type=cache,id=dockwright-${now},target=/c`;
    const folder = tree({
      Dockerfile: `FROM ${busybox}\n${run} echo ${now} > /c/x\n${run} cat /c/x # ${now}\n`,
    });
    assert.deepEqual(await outputOf(folder, { noCache: false }), [now]);
  });

  test("the ssh agent is lent under the names that mounts ask for, and only then", async () => {
    const folder = tree({
      Dockerfile: `FROM ${busybox}\nRUN --mount=type=ssh,id=hub,required test -S "$SSH_AUTH_SOCK" && echo lent\n`,
    });
    const sshAgents = { hub: socket };
    assert.deepEqual(await outputOf(folder, { sshAgents }), ["lent"]);
    const error = await failing(folder, { sshAgents: { default: socket } });
    assert.match(error.message, /hub/);
  });

  test("heredocs are run and copied; an old engine says at which line it fails", async () => {
    const folder = tree({
      Dockerfile: `FROM ${busybox}\nCOPY <<EOF /a\nwritten here\nEOF\nRUN <<EOF\ncat /a\nfalse\nEOF\n`,
    });
    const error = await failing(folder);
    if (major < 23) assert.equal(error.line, 3);
    else assert.equal(lineOf(folder, error), 5);
  });
}
