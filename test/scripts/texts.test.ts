// Every text in the code has its Korean in exactly one file of l10n/ko, none there is stale, and
// both have the same places for values.
import assert from "node:assert/strict";
import { globSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

/** `t("…")` and `l10n.t("…")` with a literal, over as many lines as it takes, and `summary: "…"`. */
const literal =
  /(?:\bt\(|\bsummary:)\s*("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`)/g;

const korean = new Map<string, string[]>();
const translations: [string, string][] = [];
for (const file of readdirSync("l10n/ko")) {
  const texts = JSON.parse(readFileSync(`l10n/ko/${file}`, "utf8")) as Record<string, string>;
  for (const [english, text] of Object.entries(texts)) {
    korean.set(english, [...(korean.get(english) ?? []), file]);
    translations.push([english, text]);
  }
}

function textsOfTheCode(): Map<string, string> {
  const found = new Map<string, string>();
  for (const path of globSync("{extension,language-server}/**/*.ts")) {
    if (path.includes("manifest")) continue;
    const source = readFileSync(path, "utf8");
    for (const [, text = ""] of source.matchAll(literal)) found.set(unquoted(text), path);
  }
  return found;
}

function unquoted(text: string): string {
  if (text.startsWith('"')) return JSON.parse(text) as string;
  return text.slice(1, -1).replace(/\\(.)/g, "$1");
}

test("every text has its Korean", () => {
  const missing = [...textsOfTheCode()].filter(([text]) => !korean.has(text));
  assert.deepEqual(missing, []);
});

test("no text is translated twice", () => {
  assert.deepEqual(
    [...korean].filter(([, files]) => files.length > 1),
    [],
  );
});

test("a translation has the places of its text", () => {
  const places = (text: string) => [...new Set(text.match(/\{\d+\}/g) ?? [])].sort().join();
  assert.deepEqual(
    translations.filter(([english, text]) => places(english) !== places(text)),
    [],
  );
});

test("no translation is stale: its English stands in the code", () => {
  const code = globSync("{extension,language-server}/**/*.ts")
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");
  const stands = (text: string) =>
    [JSON.stringify(text), `'${text.replaceAll("'", "\\'")}'`, `'${text}'`, `\`${text}\``].some(
      (literal) => code.includes(literal),
    );
  const stale = translations.map(([english]) => english).filter((text) => !stands(text));
  assert.deepEqual(stale, []);
});
