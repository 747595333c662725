// What people put into a build context and a Dockerfile, on every engine: mounts, heredocs, links that
// lead outside, files that cannot be read, names with blanks, commands that are none.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
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

  // Elsewhere names are always text, or hard links none.
  if (process.platform === "linux")
    test(`names that are no UTF-8 and hard links arrive as they are (${called(buildKit)})`, async () => {
      const folder = tree({
        first: "one",
        Dockerfile: `FROM ${busybox}\nCOPY . /d/\nRUN cd /d && ls | grep -v Dockerfile | od -A n -t x1 && cat fourth/* && [ first -ef second ] && [ ! -L second ] && echo same\n`,
      });
      linkSync(join(folder, "first"), join(folder, "second"));
      // What a Korean Windows wrote: 글, in CP949.
      const old = Buffer.from([0xb1, 0xdb]);
      const below = (...names: (string | Buffer)[]) =>
        Buffer.concat([folder, ...names].flatMap((name) => [Buffer.from(name), Buffer.from("/")]));
      symlinkSync(old, below("third").subarray(0, -1));
      mkdirSync(below("fourth"));
      writeFileSync(below("fourth", old).subarray(0, -1), "four\n");
      if (buildKit && major >= 28) {
        const { message } = await failing(folder);
        assert.match(message, /names in UTF-8, and fourth\/\ufffd+ is none\. Rename it/);
        rmSync(below("fourth", old).subarray(0, -1));
        rmSync(below("third").subarray(0, -1));
        symlinkSync("nowhere", join(folder, "third"));
        writeFileSync(join(folder, "fourth/new"), "four\n");
      }
      const output = (await outputOf(folder, { buildKit })).join("\n");
      assert.match(output, /four\nsame$/);
      const bytes = output.replace(/\s+/g, "");
      for (const name of ["first", "fourth", "second", "third"])
        assert.ok(bytes.includes(Buffer.from(`${name}\n`).toString("hex")), output);
    });

  test(`small and large files arrive whole, among many (${called(buildKit)})`, async () => {
    const sizes = [0, 1, 32_767, 32_768, 32_769, 524_287, 524_288, 524_289, 2_000_000];
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => {
        const size = sizes[n] ?? n;
        return [`f${n}`, `${n} `.repeat(size).slice(0, size)];
      }),
    );
    const folder = tree({
      ...files,
      Dockerfile: `FROM ${busybox}\nCOPY . /d/\nRUN cd /d && md5sum f*\n`,
    });
    const hash = (text: string) => createHash("md5").update(text).digest("hex");
    const expected = Object.entries(files).map(([name, text]) => `${hash(text)}  ${name}`);
    assert.deepEqual((await outputOf(folder, { buildKit })).toSorted(), expected.sort());
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
        assert.rejects(
          build(folder, { buildKit }),
          /permission to read .*locked\.txt\. .*\.dockerignore/,
        ),
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

if (!isPodman)
  test("a base image that cannot be had is told at its FROM", async () => {
    const folder = tree({
      // Nobody listens there.
      Dockerfile: `FROM ${busybox} AS one\n\nFROM 127.0.0.1:1/no/such:1\nCOPY --from=one /etc/passwd /\n`,
    });
    const error = await failing(folder);
    assert.match(error.message, /127\.0\.0\.1:1/);
    assert.equal(error.line ?? lineOf(folder, error), 3);
  });

if (!isPodman) {
  test("a syntax that cannot be had is told at its line, with what helps", async () => {
    const folder = tree({
      // Nobody listens there.
      Dockerfile: `# escape=\\\n# syntax=127.0.0.1:1/no/such:1\nFROM ${busybox}\n`,
    });
    const { line, remedy, message } = await failing(folder);
    assert.match(message, /127\.0\.0\.1:1/);
    assert.deepEqual([line, remedy.includes("# syntax=")], [2, true]);
  });

  test("a base image of another platform that cannot be had is told with the platform", async () => {
    const folder = tree({ Dockerfile: "FROM 127.0.0.1:1/no/such:1\n" });
    const { remedy } = await failing(folder, { platform: "linux/s390x" });
    assert.match(remedy, /for linux\/s390x and cannot reach the registry/);
  });

  test("a program for another processor is told as one", async () => {
    const folder = tree({ Dockerfile: "FROM scratch\nCOPY sh /bin/sh\nRUN true\n" });
    // The head of a program for no processor that exists.
    const head = Buffer.alloc(64);
    head.write("\x7fELF\x02\x01\x01");
    head.writeUInt16LE(2, 16);
    head.writeUInt16LE(0xfffe, 18);
    writeFileSync(join(folder, "sh"), head, { mode: 0o755 });
    const { remedy } = await failing(folder);
    assert.match(remedy, /another kind of processor/);
  });
}

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
