// What is proposed while one types a Dockerfile, and what is not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "../../../language-server/dockerfile/features/completion.ts";
import type { Completion } from "../../../language-server/language.ts";
import { editor, type Surroundings } from "./editor.ts";

function offered(marked: string, character = "", around?: Surroundings): readonly Completion[] {
  const { document, offset, context } = editor(marked, around);
  return complete(document, offset, context, character ? { character } : {});
}

function labels(marked: string, character = "", around?: Surroundings): readonly string[] {
  return offered(marked, character, around).map(({ label }) => label);
}

/** The text after an item was taken. */
function taken(marked: string, label: string, around?: Surroundings): string {
  const { text } = editor(marked, around);
  const item = offered(marked, "", around).find((one) => one.label === label);
  assert.ok(item, `${label} is not offered`);
  return text.slice(0, item.span.start) + (item.insert ?? item.label) + text.slice(item.span.end);
}

const files = {
  "package.json": "{}",
  "package-lock.json": "{}",
  "src/app.js": "",
  "debug.log": "",
  "docs/a.md": "",
  ".dockerignore": "*.log\ndocs\n",
};

test("an empty file begins with FROM, ARG or a directive", () => {
  assert.deepEqual(labels("|"), ["FROM", "ARG", "escape", "syntax", "check"]);
});

test("instructions come as often as they are written, and snippets behind them", () => {
  assert.deepEqual(labels("FROM alpine\nC|").slice(0, 2), ["COPY", "CMD"]);
  assert.deepEqual(labels("FROM alpine\nRUN|").slice(0, 3), ["RUN", "RUN apk add", "RUN adduser"]);
  assert.deepEqual(labels("FROM debian\nrun|").slice(0, 2), ["RUN", "RUN apt-get install"]);
});

test("a keyword before others is replaced, and gets no second blank", () => {
  assert.equal(taken("FROM a\nWOR| /app", "WORKDIR"), "FROM a\nWORKDIR /app");
  assert.equal(taken("FROM a\nWOR|", "WORKDIR"), "FROM a\nWORKDIR ");
});

test("a snippet is a whole line, so none is offered before other words", () => {
  assert.ok(!labels("FROM a\nRUN| echo").includes("RUN <<EOF"));
});

test("a blank in a RUN asks for nothing, a dash for its flags", () => {
  assert.deepEqual(labels("FROM a\nRUN |", " "), []);
  assert.deepEqual(labels("FROM a\nRUN apt-get |", " "), []);
  assert.deepEqual(labels("FROM a\nRUN --m|", "-"), ["--mount"]);
  assert.ok(labels("FROM a\nRUN |").includes("--network"));
  assert.deepEqual(labels("FROM a\nRUN apt-get -|", "-"), []);
});

test("a blank in a comment asks for nothing", () => {
  assert.deepEqual(labels("# |", " "), []);
  assert.deepEqual(labels("FROM a\n# why |", " "), []);
});

test("comments take pragmas, and those the names of rules", () => {
  assert.ok(labels("FROM a\n# h|").includes("hadolint ignore="));
  assert.ok(labels("FROM a\n# hadolint ignore=DL3|", "=").includes("DL3008"));
  assert.ok(labels("FROM a\n# hadolint ignore=DL3008,|", ",").includes("DL3009"));
  assert.ok(!labels("FROM a\n# hadolint ignore=|", "=").includes("StageNameCasing"));
  assert.ok(labels("# check=skip=|", "=").includes("StageNameCasing"));
  assert.ok(labels("# check=skip=|", "=").includes("all"));
  assert.ok(!labels("# check=experimental=|", "=").includes("all"));
  assert.deepEqual(labels("# syntax=|", "="), ["docker/dockerfile:1", "docker/dockerfile:1-labs"]);
});

test("FROM takes stages, images of the file and of the engine, and well-known ones by name", () => {
  const images = { "shop:dev": {} };
  const found = labels("FROM node:24 AS build\nFROM |", " ", { images });
  assert.deepEqual(found.slice(0, 3), ["build", "node:24", "shop:dev"]);
  assert.equal(found.filter((label) => label.startsWith("node:")).length, 2);
  assert.equal(found.at(-1), "--platform");
});

test("a colon opens the tags of an image", () => {
  const found = labels("FROM node:|", ":");
  assert.ok(found.length >= 5 && found.every((label) => !label.startsWith("python")));
});

test("behind the image comes AS", () => {
  assert.deepEqual(labels("FROM node |", " "), ["AS"]);
  assert.deepEqual(labels("FROM node AS |", " "), []);
});

test("COPY takes what the build context holds, without what .dockerignore leaves out", () => {
  const found = labels("FROM a\nCOPY |", " ", { files });
  assert.deepEqual(found.slice(0, 5), [
    "package-lock.json",
    "package.json",
    "src/",
    ".dockerignore",
    "Dockerfile",
  ]);
  assert.deepEqual(labels("FROM a\nCOPY src/|", "/", { files }), ["app.js"]);
});

test("a dot is complete: Enter behind it must begin a line", () => {
  assert.deepEqual(labels("FROM a\nCOPY .|", "", { files }), []);
  assert.deepEqual(labels("FROM a\nCOPY . .|", "", { files }), []);
});

test("the destination is a folder of the image; a name begins one more source", () => {
  const text = "FROM a\nWORKDIR /srv\nWORKDIR /app\nCOPY package.json ";
  assert.deepEqual(labels(`${text}|`, " ", { files }), ["/app/", "/srv/"]);
  assert.ok(labels(`${text}pack|`, "", { files }).includes("package-lock.json"));
});

test("from another stage come the folders that it works in", () => {
  const text = "FROM a AS build\nWORKDIR /out\nFROM b\nCOPY --from=build |";
  assert.deepEqual(labels(text, " ", { files }), [
    "/out/",
    "--chmod",
    "--chown",
    "--exclude",
    "--link",
    "--parents",
  ]);
  assert.deepEqual(labels("FROM a AS build\nFROM b\nCOPY --from=|", "="), ["build"]);
});

test("a mount begins with its type and goes on with the type's keys", () => {
  assert.equal(labels("FROM a\nRUN --mount=|", "=")[0], "type=cache");
  const keys = labels("FROM a\nRUN --mount=type=cache,id=x,|", ",");
  assert.equal(keys[0], "target");
  assert.ok(!keys.includes("id") && !keys.includes("type=cache"));
  assert.deepEqual(labels("FROM a\nRUN --mount=type=cache,sharing=|", "="), [
    "shared",
    "private",
    "locked",
  ]);
  assert.deepEqual(labels("FROM a AS b\nFROM c\nRUN --mount=type=bind,from=|", "="), ["b"]);
});

test("users are those that were made, the image's own, and root", () => {
  const made = "FROM debian\nRUN useradd -m app && groupadd x\nUSER |";
  assert.deepEqual(labels(made, " ").slice(0, 2), ["app", "root"]);
  assert.equal(labels("FROM node\nUSER |", " ")[0], "node");
});

test("variables come with their values; a brace that stands there is taken along", () => {
  const text = "FROM a\nENV PORT=80\nEXPOSE ";
  assert.equal(offered(`${text}$|`, "$")[0]?.detail, "80");
  assert.equal(taken(`${text}\${P|}`, "${PORT}"), `${text}\${PORT}`);
  assert.deepEqual(labels("FROM a\nENV X=1\nRUN <<EOF\necho $|\nEOF\n", "$"), ["$X"]);
});

test("ports of the image are not proposed twice", () => {
  const images = { db: { exposed: ["5432/tcp", "53/udp"] } };
  const found = labels("FROM db\nEXPOSE |", " ", { images });
  assert.deepEqual(found.slice(0, 3), ["5432", "53/udp", "80"]);
  assert.ok(!labels("FROM db\nEXPOSE 80 |", " ").includes("80"));
});

test("ONBUILD takes instructions, and these their own arguments", () => {
  assert.ok(labels("FROM a\nONBUILD |", " ").includes("RUN"));
  assert.ok(!labels("FROM a\nONBUILD |", " ").includes("FROM"));
  assert.ok(labels("FROM a\nONBUILD USER |", " ").includes("root"));
});

test("in a heredoc nothing is proposed", () => {
  assert.deepEqual(labels("FROM a\nRUN <<EOF\n|\nEOF\n"), []);
});

test("a cache mount is offered the folders of package managers, that of its RUN first", () => {
  const [first] = offered("FROM node\nRUN --mount=type=cache,target=| npm ci");
  assert.deepEqual([first?.label, first?.detail], ["/root/.npm", "npm"]);
  assert.equal(
    taken("FROM node\nRUN --mount=type=cache,target=/ro| npm ci", "/root/.npm"),
    "FROM node\nRUN --mount=type=cache,target=/root/.npm npm ci",
  );
  assert.ok(labels("FROM golang\nRUN --mount=type=cache,dst=|").includes("/go/pkg/mod"));
  assert.deepEqual(labels("FROM node\nRUN --mount=type=bind,target=|"), []);
});

test("a health check is offered usual times", () => {
  assert.deepEqual(labels("FROM a\nHEALTHCHECK --interval=|"), ["10s", "30s", "1m"]);
  assert.deepEqual(labels("FROM a\nHEALTHCHECK --retries=|"), ["3", "5"]);
});
