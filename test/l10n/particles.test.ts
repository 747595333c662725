import assert from "node:assert/strict";
import { test } from "node:test";
import { settleParticles } from "../../l10n/particles.ts";

/** What is written, and what a person reads. */
const table: readonly (readonly [string, string])[] = [
  ["이미지을(를)", "이미지를"],
  ["이름을(를)", "이름을"],
  ["파일(으)로", "파일로"],
  ["이름(으)로", "이름으로"],
  ["컨테이너(으)로", "컨테이너로"],
  ["파일은(는)", "파일은"],
  // Numbers as they are read.
  ["포트 80이(가)", "포트 80이"],
  ["포트 8081(으)로", "포트 8081로"],
  ["코드 137(으)로", "코드 137로"],
  ["코드 126(으)로", "코드 126으로"],
  ["3.12을(를)", "3.12를"],
  // Instructions and other words of the field.
  ["FROM은(는)", "FROM은"],
  ["RUN을(를)", "RUN을"],
  ["CMD을(를)", "CMD를"],
  ["COPY을(를)", "COPY를"],
  ["ENV이(가)", "ENV가"],
  ["LABEL(으)로", "LABEL로"],
  ["VOLUME과(와)", "VOLUME과"],
  ["HEALTHCHECK을(를)", "HEALTHCHECK를"],
  ["nginx은(는)", "nginx는"],
  ["web을(를)", "web을"],
  ["db을(를)", "db를"],
  ["npm이(가)", "npm이"],
  ["env_file은(는)", "env_file은"],
  ["alpine(으)로", "alpine으로"],
  ["app(이)라는", "app이라는"],
  ["node(이)라는", "node라는"],
  ["목록이(여)야", "목록이어야"],
  ["텍스트이(여)야", "텍스트여야"],
  // Whatever closes a name, is not heard.
  ['"web"은(는)', '"web"은'],
  ["`db`이(가)", "`db`가"],
  ["“서버”(으)로", "“서버”로"],
  ["--port)을(를)", "--port)를"],
  // Several in one text.
  ['"a"을(를) "b.yml"(으)로', '"a"를 "b.yml"로'],
];

test("a particle has the form that belongs behind the word", () => {
  for (const [text, read] of table) assert.equal(settleParticles(text), read);
});

test("both forms stay where nothing tells the sound; other brackets are left alone", () => {
  for (const text of ["→을(를)", "を을(를)", "을(를)", " 은(는)", "이(것)과 f(x)", "It (is) so"])
    assert.equal(settleParticles(text), text);
});

test("a very long name costs no more than a short one", () => {
  const name = "a".repeat(1_000_000);
  assert.equal(settleParticles(`${name}을(를)`), `${name}를`);
});
