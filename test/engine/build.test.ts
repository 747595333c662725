// Builds on a real engine: what is sent, what comes back, and how it ends.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { after, test } from "node:test";
import { parseDockerignore } from "../../extension/engine/build/dockerignore.ts";
import { PatternMatcher } from "../../extension/engine/build/pattern-matcher.ts";
import type { BuildEvent } from "../../extension/engine/build/progress.ts";
import { history } from "../../extension/engine/verbs/images.ts";
import { instructionOfStep } from "../../extension/terminals/build-step.ts";
import { factsOf } from "../../language-server/dockerfile/facts.ts";
import { layerSizes } from "../../language-server/dockerfile/features/layer-sizes.ts";
import { parseDockerfile } from "../../language-server/dockerfile/model/document.ts";
import { build, client, failing, outputOf, tearDown, tree } from "./building.ts";
import { engine as api, busybox, isPodman, labels, until } from "./engine.ts";

after(tearDown);

interface Config {
  readonly Config: { readonly Env?: string[]; readonly Labels?: Record<string, string> };
}

async function config(id: string): Promise<Config["Config"]> {
  return (await client.request<Config>({ path: `/images/${id}/json` })).Config;
}

/** Whether the engine's processes can be seen from here. */
const engineIsHere = process.platform === "linux" && process.getuid?.() === 0;
const ways = isPodman ? [false] : [true, false];

/** A test of what only BuildKit has: there is none of it on Podman. */
function withBuildKit(name: string, run: () => Promise<void>): void {
  if (!isPodman) void test(name, run);
}

test("secrets are refused where they cannot be kept", async () => {
  const folder = tree({ Dockerfile: `FROM ${busybox}\n` });
  const secrets = { token: async () => Buffer.from("x") };
  await assert.rejects(build(folder, { buildKit: false, secrets }), { kind: "unsupported" });
});

for (const buildKit of ways)
  test(`arguments, target, tags and labels (${buildKit ? "BuildKit" : "classic"})`, async () => {
    const folder = tree({
      Dockerfile: `FROM ${busybox} AS first\nARG WHO=nobody\nENV WHO=$WHO\nFROM first AS second\nRUN false\n`,
    });
    const tag = `dockwright-test/build-${buildKit ? "kit" : "classic"}:1`;
    const { imageId } = await build(folder, {
      buildKit,
      target: "first",
      args: { WHO: "me and 나" },
      tags: [tag],
    });
    assert.equal((await api("GET", `/images/${tag}/json`)).status, 200);
    const { Env, Labels } = await config(imageId);
    assert.ok(Env?.includes("WHO=me and 나"), String(Env));
    assert.equal(Labels?.[Object.keys(labels)[0] ?? ""], "1");
  });

for (const buildKit of ways)
  test(`what an instruction added is found again by the image's history (${buildKit ? "BuildKit" : "classic"})`, async () => {
    const Dockerfile = [
      `FROM ${busybox} AS first`,
      "ARG SIZE=40",
      "RUN dd if=/dev/zero of=/a \\\n  bs=1000 count=$SIZE",
      `FROM ${busybox}`,
      "ENV TO=/srv",
      "COPY some.txt $TO/",
      "COPY --from=first /a /b",
      'RUN ["/bin/cp", "/b", "/c"]',
      "RUN dd if=/dev/zero of=/d bs=1000 count=50",
      "USER 1",
      "",
    ].join("\n");
    const folder = tree({ Dockerfile, "some.txt": "x".repeat(15_000) });
    const { imageId } = await build(folder, { buildKit });
    const layers = (await history(client, imageId))
      .map(({ createdBy, size }) => ({ instruction: createdBy, size }))
      .reverse();
    const found = layerSizes(parseDockerfile(Dockerfile), { reference: "", layers });
    // Podman counts the files' places in the layer's archive, too.
    assert.deepEqual(
      [...found].map(([{ text }, size]) => [text.slice(0, 8), Math.floor(size / 1e4)]),
      [
        ["RUN dd i", 5],
        ['RUN ["/b', 4],
        ["COPY --f", 4],
        ["COPY som", 1],
      ],
    );
  });

test("a failing step leads to its line, with its output", async () => {
  const text = `FROM ${busybox} AS one\nRUN true\nRUN echo going; \\\n  echo down; exit 3\n`;
  for (const buildKit of ways) {
    const error = await failing(tree({ Dockerfile: text }), { buildKit });
    assert.match(error.message, /(code:|exit status) 3/);
    assert.deepEqual(error.output.slice(-2), ["going", "down"]);
    assert.ok(error.step);
    assert.equal(instructionOfStep(factsOf(parseDockerfile(text)), error.step.name)?.line, 3);
  }
});

withBuildKit("a Dockerfile that is none, and a context that is not there", async () => {
  const error = await failing(tree({ Dockerfile: `FROM ${busybox}\nNONSENSE x\n` }));
  assert.equal(error.line, 2);
  await assert.rejects(build("/nowhere/at/all"), /nowhere/);
});

withBuildKit("a secret reaches its step and nothing else", async () => {
  const folder = tree({
    Dockerfile: `FROM ${busybox}\nRUN --mount=type=secret,id=token wc -c < /run/secrets/token\n`,
  });
  const events: BuildEvent[] = [];
  const secret = "wohlbehuetet";
  const { imageId } = await build(
    folder,
    { secrets: { token: async () => Buffer.from(secret) } },
    { onProgress: (event) => void events.push(event) },
  );
  const output = events.flatMap((event) => (event.kind === "output" ? event.line : []));
  assert.deepEqual(output, [String(secret.length)]);
  const { body: history } = await api("GET", `/images/${imageId}/history`);
  const { body: image } = await api("GET", `/images/${imageId}/json`);
  for (const told of [history, image, JSON.stringify(events)]) assert.ok(!told.includes(secret));
});

withBuildKit("a second build takes its steps from the cache", async () => {
  const folder = tree({
    Dockerfile: `FROM ${busybox}\nCOPY a /a\nRUN cat /a\n`,
    a: String(Math.PI),
  });
  await build(folder);
  const { steps, sentBytes } = await build(folder, { noCache: false });
  const run = steps.find(({ name }) => / RUN /.test(name));
  assert.equal(run?.state, "cached");
  // Newer engines ask for the Dockerfile each time.
  assert.ok((sentBytes ?? 0) < 50, `${sentBytes} bytes were sent`);
});

withBuildKit("links, blanks and Korean names arrive; what is not needed is not sent", async () => {
  const folder = tree(
    {
      "한글 폴더/파일 하나.txt": "1",
      "link.txt": "->한글 폴더/파일 하나.txt",
      outside: "->../../../etc/passwd",
      huge: "x".repeat(100_000),
      "한국 Dockerfile": `FROM ${busybox}\nCOPY ["한글 폴더", "/d/"]\nCOPY link.txt /l\nRUN cat "/d/파일 하나.txt" /l\n`,
    },
    "빌드 폴더",
  );
  const output: string[] = [];
  const { sentBytes } = await build(
    folder,
    { dockerfile: "한국 Dockerfile" },
    { onProgress: (event) => event.kind === "output" && output.push(event.line) },
  );
  assert.deepEqual(output, ["11"]);
  assert.ok((sentBytes ?? 0) < 1000, `${sentBytes} bytes were sent`);
});

for (const buildKit of ways)
  test(`cancelling ends the build and its step (${buildKit ? "BuildKit" : "classic"})`, async () => {
    const sleep = `sleep ${100_000 + process.pid + Number(buildKit)}`;
    const folder = tree({
      Dockerfile: `FROM ${busybox}\nRUN echo begun; ${sleep}; echo ended\nRUN echo next\n`,
    });
    const control = new AbortController();
    const lines: string[] = [];
    const onProgress = (event: BuildEvent) => {
      if (event.kind !== "output") return;
      lines.push(event.line);
      control.abort();
    };
    const building = build(folder, { buildKit }, { signal: control.signal, onProgress });
    // Podman lets the program go on to its end, and then it must be said.
    const said = isPodman
      ? /cancelled; [\s\S]*continue until it ends by itself: .*begun/
      : /cancelled\.$/;
    await assert.rejects(building, { message: said });
    assert.deepEqual(lines, ["begun"]);
    if (!engineIsHere) return;
    if (isPodman) {
      // It was cancelled before the program that it lets go on had begun.
      await until("its program", () => running(sleep).length > 0);
      for (const pid of running(sleep)) process.kill(Number(pid), "SIGKILL");
    }
    await until("the end of its process", () => running(sleep).length === 0);
  });

/** The processes with these words on this machine, in a container or not. */
function running(line: string): readonly string[] {
  return readdirSync("/proc").filter((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return words.trim() === line;
    } catch {
      return false;
    }
  });
}

/** Paths of every tree below. */
const paths = [
  "a",
  "a.txt",
  "b/a",
  "b/c/a.txt",
  "b/c/d",
  "node_modules/x/a",
  "sub/node_modules/y",
  "x[1]",
  "z-1/b",
];

/** .dockerignore files of all kinds; what the engine leaves out must be what the matcher says. */
const ignores: readonly string[] = [
  "a",
  "*",
  "**",
  "*\n!a",
  "*\n!b/c",
  "**/a",
  "**/*.txt",
  "b/**",
  "b/*/a.txt",
  "b\n!b/c/d",
  "!b/c/d\nb",
  "**/node_modules",
  "node_modules\n!node_modules/x/a",
  "/a",
  "./b/../a",
  "?",
  "[ab]",
  "[^a]",
  "x\\[1\\]",
  "*\n!**/a.txt\nb/c",
  "# a\n  b  \n",
  "b/c/**\n!b/c/d",
  "**/c/**",
  "z*\n!z-1/b",
  "*.t?t",
  "sub/",
];

/** As a walk from the top decides it: what a folder matched holds for what is in it. */
function isLeftOut(matcher: PatternMatcher, path: string): boolean {
  const parts = path.split("/");
  let last = matcher.match(parts[0] ?? "");
  for (let depth = 2; depth <= parts.length; depth++)
    last = matcher.match(parts.slice(0, depth).join("/"), last.info);
  return last.matched;
}

withBuildKit(".dockerignore leaves out what the engine leaves out", async () => {
  const files = Object.fromEntries(paths.map((path) => [path, path]));
  const arrived = await Promise.all(
    ignores.map(async (ignore) => {
      const folder = tree({
        ...files,
        ".dockerignore": ignore,
        "../Dockerfile.one": `FROM ${busybox}\nCOPY . /all/\nRUN mkdir -p /all && cd /all && find . -type f | sort\n`,
      });
      const output = await outputOf(folder, { dockerfile: "../Dockerfile.one" });
      return output.map((line) => line.slice(2)).filter((path) => path !== ".dockerignore");
    }),
  );
  for (const [index, ignore] of ignores.entries()) {
    const matcher = new PatternMatcher(parseDockerignore(ignore));
    const expected = paths.filter((path) => !isLeftOut(matcher, path));
    assert.deepEqual(arrived[index]?.sort(), expected.sort(), JSON.stringify(ignore));
  }
});

test("the classic way packs what BuildKit takes", async () => {
  const long = `${"long-".repeat(30)}name`;
  const folder = tree({
    [`한글/${long}`]: "1",
    "out/x": "2",
    ".dockerignore": "out\nDockerfile",
    Dockerfile: `FROM ${busybox}\nCOPY . /all/\nRUN cd /all && find . -type f | sort\n`,
  });
  const output = await outputOf(folder, { buildKit: false });
  assert.ok(output.includes(`./한글/${long}`), output.join("\n"));
  assert.ok(!output.includes("./out/x"));
});
