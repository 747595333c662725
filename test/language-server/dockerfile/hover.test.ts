// What a hover and the signature tell.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hover } from "../../../language-server/dockerfile/features/hover.ts";
import { signature } from "../../../language-server/dockerfile/features/signature.ts";
import { editor, type Surroundings } from "./editor.ts";

function told(marked: string, around?: Surroundings): string {
  const { document, offset, context } = editor(marked, around);
  return hover(document, offset, context)?.markdown ?? "";
}

test("an instruction tells user, folder and variables at its place", () => {
  const text =
    "FROM node:24\nARG V=1\nENV HOME_DIR=/srv\nWORKDIR $HOME_DIR\nWORKDIR app\nUSER node:node\nR|UN npm ci\n";
  const said = told(text);
  assert.match(said, /User here: `node:node`/);
  assert.match(said, /Folder here: `\/srv\/app`/);
  assert.match(said, /Variables here: `HOME_DIR=\/srv`, `V=1`|`V=1`, `HOME_DIR=\/srv`/);
});

test("what the base image decides is told only where the image is known", () => {
  assert.doesNotMatch(told("FROM node:24\nR|UN a"), /here:/);
  const images = { "node:24": { user: "", workdir: "/w", env: { NODE_VERSION: "24.1" } } };
  const said = told("FROM node:24\nWORKDIR x\nR|UN a", { images });
  assert.match(said, /User here: `root`/);
  assert.match(said, /Folder here: `\/w\/x`/);
  assert.match(
    told("FROM node:24\nRUN echo $NODE|_VERSION", { images }),
    /`24.1`.*ENV of the image/s,
  );
});

test("a stage hands its state on", () => {
  assert.match(told("FROM a AS b\nUSER app\nFROM b\nR|UN x"), /User here: `app`/);
});

test("a value with backquotes stays inside its code", () => {
  assert.match(told("FROM a\nENV X='`b`'\nRUN echo $|X"), /`'b'`/);
});

test("the image tells what a container of it runs", () => {
  const images = {
    db: { entrypoint: ["init"], command: ["db", "-v"], env: { PATH: "/bin", A: "1" } },
  };
  assert.match(
    told("FROM d|b", { images }),
    /A container runs: `init db -v`\n- Variables: `A=1`$/m,
  );
});

function shown(marked: string, asked: boolean) {
  const { document, offset, context } = editor(marked);
  const help = signature(document, offset, context, asked);
  const { label, parameters } = help?.signatures[help.activeSignature ?? 0] ?? {};
  const at = parameters?.[help?.activeParameter ?? 0]?.label;
  return Array.isArray(at) ? label?.slice(...at) : undefined;
}

test("the signature marks the word that the cursor stands in", () => {
  assert.equal(shown("FROM a\nCOPY |", false), "source…");
  assert.equal(shown("FROM a\nCOPY --link |", false), "source…");
  assert.equal(shown("FROM a\nCOPY --li|", false), "[flags]");
  assert.equal(shown("FROM a\nCOPY a |", false), "destination");
  assert.equal(shown("FROM a\nEXPOSE 80 |", false), "port[/protocol] …");
  assert.equal(shown("FROM |", false), "image[:tag|@digest]");
});

test("the signature does not stay over a shell command", () => {
  assert.ok(shown("FROM a\nRUN |", false));
  assert.equal(shown("FROM a\nRUN apt-get |", false), undefined);
  assert.ok(shown("FROM a\nRUN apt-get |", true));
});

test("the kind of a mount is told, that of a bind as well as that of a cache", () => {
  assert.match(told("FROM a\nRUN --mount=type=ca|che,target=/x b"), /kept for the next build/);
  assert.match(told("FROM a\nRUN --mount=target=/x,ty|pe=bind b"), /without copying/);
  assert.equal(told("FROM a\nRUN --mount=type=|bnid b"), "");
});

test("a base image that the engine has is told with its size", () => {
  const images = { small: { size: 4_210 }, large: { size: 131_400_000 } };
  assert.match(told("FROM sm|all", { images }), /Size: 4\.21 kB/);
  assert.match(told("FROM la|rge", { images }), /Size: 131 MB/);
  assert.doesNotMatch(told("FROM ot|her", { images }), /Size/);
});
