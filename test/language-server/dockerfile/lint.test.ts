// What BuildKit refuses is an error and nothing else is; pragmas and settings are honoured.
import assert from "node:assert/strict";
import test from "node:test";
import { lintDockerfile } from "../../../language-server/dockerfile/lint/lint.ts";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import type { Settings } from "../../../language-server/protocol.ts";
import { hostWith } from "./lint-file.ts";

function lint(text: string, files: Readonly<Record<string, string>> = {}, settings: Settings = {}) {
  return lintDockerfile(parseDockerfile(text), {
    uri: "file:///w/Dockerfile",
    settings,
    host: {
      files: {
        read: (uri) => files[uri.replace("file:///w/", "")] ?? null,
        kind: () => undefined,
        list: () => undefined,
      },
      environment: {},
      folders: [],
    },
  });
}

function codes(...request: Parameters<typeof lint>): readonly string[] {
  return lint(...request).map(({ code }) => code);
}

const refused: Readonly<Record<string, string>> = {
  "# only a comment\n": "NothingToBuild",
  "ARG a\n": "NothingToBuild",
  "RUN a\nFROM b\n": "InstructionBeforeFrom",
  "FROM a\nRUNN b\n": "UnknownInstruction",
  "FROM a b\n": "ArgumentCount",
  "FROM a\nCOPY --frm=b c d\n": "InvalidFlag",
  "FROM a\nENV =b\n": "InvalidKeyValue",
  "FROM a\nCMD [1]\n": "InvalidJsonForm",
  "FROM a\nONBUILD FROM b\n": "InvalidTrigger",
  "FROM a\nHEALTHCHECK --interval=1x CMD b\n": "InvalidHealthcheck",
  "FROM a\nRUN --mount=type=cach,target=/a b\n": "InvalidMount",
  "FROM a\nRUN <<EOF\nb\n": "InvalidHeredoc",
  "FROM a AS 1b\n": "InvalidStageName",
  "FROM a:::b\n": "InvalidBaseImage",
  "FROM a\nEXPOSE 80/http\n": "InvalidPort",
  "FROM a AS b\nCOPY --from=b /c /d\n": "CircularStage",
  "FROM a\nENV b=${c:T}\n": "InvalidExpansion",
  "# escape=x\nFROM a\n": "InvalidDirective",
};

for (const [text, code] of Object.entries(refused))
  test(`${JSON.stringify(text)} is refused: ${code}`, () => {
    const errors = lint(text).filter(({ severity }) => severity === "error");
    assert.ok(
      errors.some((finding) => finding.code === code),
      JSON.stringify(errors),
    );
  });

test("what BuildKit only warns of is no error", () => {
  const text = "from a AS B\nENV c d\nMAINTAINER e\nCMD f\nCMD g\n";
  const findings = lint(text);
  assert.deepEqual(
    findings.filter(({ severity }) => severity === "error"),
    [],
  );
  for (const code of ["StageNameCasing", "LegacyKeyValueFormat", "MaintainerDeprecated"])
    assert.ok(findings.some((finding) => finding.code === code));
});

test("a fix changes only what its finding names", () => {
  const text = "FROM a:1\nENV c hello world\n";
  const finding = lint(text).find(({ code }) => code === "LegacyKeyValueFormat");
  const [edit] = finding?.fixes?.()[0]?.edits ?? [];
  assert.ok(edit);
  assert.equal(
    text.slice(0, edit.start) + edit.newText + text.slice(edit.end),
    'FROM a:1\nENV c="hello world"\n',
  );
});

test("pragmas, .hadolint.yaml and settings silence a rule", () => {
  const text = "FROM a:1\nMAINTAINER b\n";
  const code = "MaintainerDeprecated";
  assert.ok(codes(text).includes(code));
  assert.ok(!codes(`# check=skip=${code}\n${text}`).includes(code));
  assert.ok(!codes(text.replace("MAINT", `# check=skip=${code}\nMAINT`)).includes(code));
  assert.ok(!codes(text, {}, { lint: { rules: { [code]: "off" } } }).includes(code));
  const root = "FROM a:1\nUSER root\n";
  assert.ok(codes(root).includes("DL3002"));
  assert.ok(!codes(root.replace("USER", "# hadolint ignore=DL3002\nUSER")).includes("DL3002"));
  assert.ok(!codes(root, { ".hadolint.yaml": "ignored: [DL3002]" }).includes("DL3002"));
});

test("what ONBUILD holds is refused only where a stage of the file sets it off", () => {
  const severities = (text: string) =>
    lint(text).map(({ code, severity }) => `${code} ${severity}`);
  const bad = "ONBUILD COPY --frm=a b c";
  const refused = "InvalidFlag error";
  assert.ok(severities(`FROM a:1 AS x\n${bad}\n`).includes("InvalidFlag warning"));
  assert.ok(severities(`FROM a:1 AS x\n${bad}\nFROM x\nRUN b\n`).includes(refused));
  assert.ok(severities("FROM a:1\nONBUILD --b RUN c\n").includes(refused));
  assert.ok(severities("FROM a:1\nONBUILD ENV b\n").includes("InvalidKeyValue error"));
  const blank = "ONBUILD LABEL =b";
  assert.ok(severities(`FROM a:1 AS x\n${blank}\n`).includes("InvalidKeyValue warning"));
  assert.ok(severities(`FROM a:1 AS x\n${blank}\nFROM x\n`).includes("InvalidKeyValue error"));
});

test("names in `check=` are taken as they are written, and all of them stand alone", () => {
  const text = "# a b\nFROM b:1 AS X\nCMD y\n";
  const found = (check: string) =>
    codes(`# check=${check}\n${text}`).filter((code) => /^(?:Stage|JSON|InvalidDef)/.test(code));
  const [stage, json] = ["StageNameCasing", "JSONArgsRecommended"];
  assert.deepEqual(found("skip=stagenamecasing"), [stage, json]);
  assert.deepEqual(found("skip=ALL"), [stage, json]);
  assert.deepEqual(found(`skip=all,${stage}`), [json]);
  assert.deepEqual(found(`skip=all;skip=${stage}`), []);
  assert.deepEqual(found(`skip=${json};skip=${stage}`), [json]);
  assert.deepEqual(found("skip=all;experimental=all"), ["InvalidDefinitionDescription"]);
});

test("hadolint's comments and file take hadolint's name alone from a check of BuildKit", () => {
  const text = "FROM a:1\nCMD b\n";
  const find = (...request: Parameters<typeof lint>) =>
    lint(...request).find(({ code }) => code === "JSONArgsRecommended")?.aliases;
  assert.deepEqual(find(text), ["DL3025"]);
  assert.deepEqual(find(text.replace("CMD", "# hadolint ignore=DL3025\nCMD")), []);
  assert.deepEqual(find(text, { ".hadolint.yaml": "ignored: [DL3025]" }), []);
  assert.deepEqual(find(text, { ".hadolint.yaml": "failure-threshold: error" }), ["DL3025"]);
});

test("what fails the build by `check=error=true` is an error", () => {
  const severity = (text: string) =>
    lint(text).find(({ code }) => code === "JSONArgsRecommended")?.severity;
  assert.equal(severity("FROM a:1\nCMD b\n"), "warning");
  assert.equal(severity("# check=error=true\nFROM a:1\nCMD b\n"), "error");
});

test("a stage is found through the defaults of ARG", () => {
  const text = "ARG V=x\nFROM scratch AS b-x\nWORKDIR /w\nFROM b-$V\nCOPY c d\n";
  assert.ok(!codes(text).includes("DL3045"));
  assert.ok(codes(text.replace("V=x", "V=y")).includes("DL3045"));
});

test("the line of .dockerignore that hides a source is named", () => {
  const [finding] = lint(
    "FROM scratch\nCOPY secret.txt /\n",
    { ".dockerignore": "# x\n*.txt\n" },
    { lint: { preset: "buildkit" } },
  );
  assert.equal(finding?.code, "CopyIgnoredFile");
  assert.match(finding.message, /2/);
});

test("curly and single quotes in the JSON form are told, straight double ones are not", () => {
  assert.ok(codes("FROM a:1\nCMD [“b”]\n").includes("TypographicQuotes"));
  assert.ok(codes("FROM a:1\nCMD ['b']\n").includes("SingleQuotesInJson"));
  const clean = codes('FROM a:1\nCMD ["b"]\nLABEL c="it’s"\n');
  assert.ok(!clean.includes("TypographicQuotes") && !clean.includes("SingleQuotesInJson"));
});

test("a lone export and a CMD behind a shell-form ENTRYPOINT are told", () => {
  assert.ok(codes("FROM a:1\nRUN export B=c\n").includes("RunWithoutEffect"));
  assert.ok(!codes("FROM a:1\nRUN export B=c && make\n").includes("RunWithoutEffect"));
  const code = "ShellEntrypointIgnoresCmd";
  assert.ok(codes('FROM a:1\nENTRYPOINT b\nCMD ["c"]\n').includes(code));
  assert.ok(!codes('FROM a:1\nENTRYPOINT ["b"]\nCMD ["c"]\n').includes(code));
});

test("a Dockerfile whose sources lie in another context is left alone", () => {
  const found = (text: string, folders: readonly string[]) => {
    const host = { ...hostWith({ "docker/a": "" }), folders };
    const context = { uri: "file:///w/docker/Dockerfile", host, settings: {} };
    return lintDockerfile(parseDockerfile(text), context).filter(
      ({ code }) => code === "CopySourceNotFound",
    ).length;
  };
  assert.equal(found("FROM alpine:3.22\nCOPY b c /d/\n", ["file:///w"]), 0);
  assert.equal(found("FROM alpine:3.22\nCOPY a c /d/\n", ["file:///w"]), 1);
  assert.equal(found("FROM alpine:3.22\nCOPY b c /d/\n", ["file:///w/docker"]), 2);
  assert.equal(found("FROM alpine:3.22\nCOPY b /d/\n", ["file:///w"]), 1);
});

test("ShellCheck gets the heredocs of a script, too, and counts characters", () => {
  const scripts: string[] = [];
  const at = (line: number, column: number, endColumn: number) => ({
    ...{ code: 2000, level: "warning" as const, message: "", line, column },
    ...{ endLine: line, endColumn },
  });
  const shellcheck = {
    ...{ available: true, answers: 0 },
    check(_: string, script: string) {
      scripts.push(script);
      return [at(2, 7, 9), at(3, 1, 3)];
    },
  };
  const text = "FROM a:1\nRUN cat 😀 $x <<EOF\nbody $y\nEOF\n";
  const findings = lintDockerfile(parseDockerfile(text), {
    uri: "file:///w/Dockerfile",
    settings: {},
    host: { ...hostWith({}), shellcheck },
  }).filter(({ code }) => code === "SC2000");
  assert.deepEqual(
    findings.map(({ start, end }) => text.slice(start, end)),
    ["$x"],
  );
  assert.equal(scripts[0], "export DOCKER=1\ncat 😀 $x <<EOF\nbody $y\nEOF");
});

test("ShellCheck is told of the variables that a script reads, and of those that it may mean", () => {
  const scripts: string[] = [];
  const shellcheck = {
    ...{ available: true, answers: 0 },
    check(_: string, script: string) {
      scripts.push(script.split("\n")[0] ?? "");
      return [];
    },
  };
  const text =
    "FROM a:1\nENV SERVER_NAME=a OTHER=b\nARG own\nRUN echo $own $SERVER_NAMA $RTTP_PROXY $no_proxy $what\n";
  lintDockerfile(parseDockerfile(text), {
    uri: "file:///w/Dockerfile",
    settings: {},
    host: { ...hostWith({}), shellcheck },
  });
  assert.deepEqual(
    new Set(scripts),
    new Set(["export DOCKER=1 own=1 SERVER_NAME=1 HTTP_PROXY=1 no_proxy=1"]),
  );
});
