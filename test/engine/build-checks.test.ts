// Check with BuildKit (`docker build --check`): what BuildKit tells of a Dockerfile without a build,
// from Docker 27 on, and what is said where the engine cannot.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { checkDockerfile } from "../../extension/engine/build/checks.ts";
import { buildkitChecks } from "../../language-server/lint/buildkit-checks-table.ts";
import { publish, startRegistry } from "../../scripts/registry.ts";
import { lintFile } from "../language-server/dockerfile/lint-file.ts";
import { client, engine, tearDown, tree } from "./building.ts";
import { panel } from "./commands.ts";
import { isPodman, socket } from "./engine.ts";
import { judgedDockerfiles, judgedHeads } from "./judged-dockerfiles.ts";
import { fake, lines, script, shown } from "./scripted-vscode.ts";

const { run, dispose } = panel();
const nobody = panel("/tmp/dockwright-test-nobody.sock");
after(async () => {
  dispose();
  nobody.dispose();
  await tearDown();
});

const { Version = "" } = await client.request<{ Version?: string }>({ path: "/version" });
const checks = !isPodman && Number(Version.split(".")[0]) >= 27;
/** Tests for engines that can, and for those that cannot: each engine has its own. */
const [able, old] = checks ? [test, () => {}] : [() => {}, test];

const clicked = (folder: string) => [fake.Uri.file(join(folder, "Dockerfile"))];
const noWarning = 'FROM scratch\nCMD ["/program"]\n';

old("an engine that cannot says so, and which one can", async () => {
  const folder = tree({ Dockerfile: noWarning });
  const cannot = { kind: "unsupported", message: /without building it[\s\S]*Docker 27/ };
  await assert.rejects(checkDockerfile(engine, { folder }), cannot);
});

able("warnings come by their lines, with BuildKit's name of the check", async () => {
  const folder = tree({ Dockerfile: "from scratch AS Base\nENV a b\nMAINTAINER somebody\n" });
  const { warnings, error } = await checkDockerfile(engine, { folder });
  assert.equal(error, undefined);
  assert.deepEqual(warnings.map(({ code, ranges }) => `${ranges[0]?.start.line} ${code}`).sort(), [
    "1 ConsistentInstructionCasing",
    "1 FromAsCasing",
    "1 StageNameCasing",
    "2 LegacyKeyValueFormat",
    "3 MaintainerDeprecated",
  ]);
  const at = warnings.map(({ ranges }) => ranges[0]?.start.line ?? 0);
  assert.deepEqual(at, at.toSorted());
  assert.match(warnings.at(-1)?.message ?? "", /label/);
});

able("target, arguments and a Dockerfile of another name are what a build would take", async () => {
  const folder = tree({
    "the file": "ARG base=scratch\nFROM $base AS one\nFROM ${missing} AS two\n",
  });
  const options = { folder, dockerfile: "the file" };
  const whole = await checkDockerfile(engine, options);
  assert.match(whole.error?.message ?? "", /base name/);
  assert.equal(whole.error?.ranges[0]?.start.line, 3);
  const given = await checkDockerfile(engine, { ...options, args: { missing: "scratch" } });
  assert.match(given.error?.message ?? "", /base name/);
  const elsewhere = { folder: tree({ Dockerfile: noWarning }), target: "three" };
  assert.match((await checkDockerfile(engine, elsewhere)).error?.message ?? "", /three/);
});

able("a line that BuildKit refuses is told with its place", async () => {
  const folder = tree({ Dockerfile: "FROM scratch\nNONSENSE\n" });
  const { warnings, error } = await checkDockerfile(engine, { folder });
  assert.deepEqual(warnings, []);
  assert.match(error?.message ?? "", /unknown instruction: NONSENSE/);
  assert.equal(error?.ranges[0]?.start.line, 2);
});

able("a base image for another processor is known from its registry", async (context) => {
  const folder = tree({ Dockerfile: noWarning });
  const registry = await startRegistry(socket, join(folder, "registry")).catch(() => undefined);
  if (!registry) return context.skip("no registry can be had");
  try {
    const layers = { type: "layers", diff_ids: [`sha256:${"a".repeat(64)}`] };
    await publish(registry, "odd", ["1"], "", { architecture: "s390x", rootfs: layers });
    writeFileSync(join(folder, "Dockerfile"), `FROM ${registry.address}/odd:1\n`);
    const { warnings, error } = await checkDockerfile(engine, { folder });
    assert.equal(error, undefined);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ["InvalidBaseImagePlatform"],
    );
    assert.match(warnings[0]?.message ?? "", /odd:1.*linux\/s390x/);
  } finally {
    registry.stop();
  }
});

able("the language server refuses and warns as BuildKit does", async () => {
  const texts = [...judgedHeads, ...judgedDockerfiles.map((text) => `FROM scratch\n${text}`)];
  for (const Dockerfile of texts) {
    const { warnings, error } = await checkDockerfile(engine, { folder: tree({ Dockerfile }) });
    const theirs = error ? ["refused"] : warnings.map(({ code }) => code);
    const found = lintFile(Dockerfile).filter(({ severity, code }) =>
      error ? severity === "error" : severity === "error" || buildkitChecks.has(code),
    );
    const ours = found.map(({ severity, code }) => (severity === "error" ? "refused" : code));
    assert.deepEqual([...new Set(ours)].sort(), [...new Set(theirs)].sort(), Dockerfile);
  }
});

able("one that is given up ends, and the engine goes on", async () => {
  const folder = tree({ Dockerfile: noWarning });
  const given = AbortSignal.abort();
  await assert.rejects(checkDockerfile(engine, { folder }, given));
  assert.deepEqual(await checkDockerfile(engine, { folder }), { warnings: [], error: undefined });
});

able("the command tells how many warnings there are, and asks nothing", async () => {
  const none = tree({ Dockerfile: noWarning });
  script();
  await run("builds.check", [], clicked(none));
  assert.deepEqual(lines, [`docker build --check ${none}`]);
  assert.deepEqual(
    shown.map(({ kind, text }) => `${kind}: ${text}`),
    ["info: BuildKit has no warnings about Dockerfile."],
  );

  const some = tree({ Dockerfile: "FROM scratch\nENV a b\nENV c d\n" });
  script();
  await run("builds.check", [], clicked(some));
  assert.equal(shown[0]?.text, "BuildKit has 2 warnings about Dockerfile.");
  assert.deepEqual(shown[0]?.choices, ["Show Problems"]);

  const broken = tree({ Dockerfile: "FROM scratch\nNONSENSE\n" });
  script();
  await run("builds.check", [], clicked(broken));
  assert.match(shown[0]?.text ?? "", /^Dockerfile cannot be built: .*NONSENSE/);
  assert.equal(shown[0]?.kind, "error");
});

able("what is not saved yet is saved first", async () => {
  const folder = tree({ Dockerfile: "NONSENSE\n" });
  const [uri] = clicked(folder);
  assert.ok(uri);
  const save = async () => {
    writeFileSync(uri.fsPath, noWarning);
    return true;
  };
  fake.workspace.textDocuments.push({ uri, isDirty: true, save });
  try {
    script();
    await run("builds.check", [], [uri]);
    assert.equal(shown[0]?.text, "BuildKit has no warnings about Dockerfile.");
  } finally {
    fake.workspace.textDocuments.length = 0;
  }
});

test("where no engine listens, the command says it", async () => {
  script();
  const file = clicked(tree({ Dockerfile: noWarning }));
  await assert.rejects(nobody.run("builds.check", [], file), /No engine listens/);
});
