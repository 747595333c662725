// What an engine's output may do to a terminal, and what a log line becomes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { exitCodeText } from "../../../extension/terminals/exit-codes.ts";
import {
  filterTest,
  foldJson,
  inTimeOrder,
  levelOf,
  parseLine,
} from "../../../extension/terminals/log-lines.ts";
import { type OutputMode, SafeOutput, safeLine } from "../../../extension/terminals/safe-output.ts";

const E = "\x1b";

/** What comes in, what passes in a screen, what passes in lines. */
const cases: readonly (readonly [name: string, input: string, screen: string, lines: string])[] = [
  ["text", "a 한\tb\n", "a 한\tb\n", "a 한\tb\n"],
  [
    "colours",
    `${E}[1;38:2:1:2:3mx${E}[m`,
    `${E}[1;38:2:1:2:3mx${E}[m`,
    `${E}[1;38:2:1:2:3mx${E}[m`,
  ],
  ["cursor", `${E}[2J${E}[3;4Hx${E}[?25l\r\b`, `${E}[2J${E}[3;4Hx${E}[?25l\r\b`, "x"],
  ["title", `a${E}]0;evil\x07b`, "ab", "ab"],
  ["title, ended by ST", `a${E}]2;evil${E}\\b`, "ab", "ab"],
  ["clipboard", `${E}]52;c;ZXZpbA==\x07x`, "x", "x"],
  ["link", `${E}]8;;http://evil${E}\\text${E}]8;;${E}\\`, "text", "text"],
  ["device strings", `${E}P$q"p${E}\\x${E}_apc${E}\\y${E}^pm${E}\\z${E}Xsos${E}\\`, "xyz", "xyz"],
  ["questions", `${E}[c${E}[>c${E}[6n${E}[?6n${E}[21t${E}[x${E}[?1$p${E}Zx`, "x", "x"],
  [
    "questions that few terminals answer",
    `${E}[?u${E}[?4m${E}[?2;1;0S${E}[>q${E}[1$w${E}[1;1;1;1;1;1*y${E}['|${E}[#R${E}[=cx`,
    "x",
    "x",
  ],
  ["what is repeated without end", `x${E}[2147483647b${E}[999999L${E}[3b`, `x${E}[3b`, "x"],
  [
    "character sets",
    `${E}(0q${E}(B${E})0${E}#8a${E}%Gb${E} Fc${E}(%5d`,
    `${E}(0q${E}(B${E})0${E}#8abcd`,
    "qabcd",
  ],
  ["a character set broken off", `a${E}(${E}[31mb${E}(\nc`, `a${E}[31mb\nc`, `a${E}[31mb\nc`],
  [
    "shapes of the cursor and keys",
    `${E}[2 q${E}[!p${E}[>4;1mx`,
    `${E}[2 q${E}[!p${E}[>4;1mx`,
    "x",
  ],
  ["C1 controls", "a\x9d0;evil\x9cb\x9b31mc\x85", `ab${E}[31mc`, `ab${E}[31mc`],
  ["a string broken off", `a${E}]0;x${E}[31mb`, `a${E}[31mb`, `a${E}[31mb`],
  ["a sequence broken off", `a${E}[12\x01b`, "ab", "ab"],
  ["NUL and DEL", "a\x00b\x7fc", "abc", "abc"],
];

for (const [name, input, screen, lines] of cases)
  test(`${name}, whole and cut everywhere`, () => {
    const expected: Record<OutputMode, string> = { screen, lines };
    for (const mode of ["screen", "lines"] as const) {
      assert.equal(new SafeOutput(mode).push(input), expected[mode], mode);
      const cut = new SafeOutput(mode);
      assert.equal(
        [...input].map((char) => cut.push(char)).join(""),
        expected[mode],
        `${mode} cut`,
      );
    }
  });

test("a program that was ended leaves the screen, the mouse and the cursor as they were", () => {
  const safe = new SafeOutput("screen");
  safe.push(
    `${E}[?1049h${E}[?25l${E}[?1000;1006h${E}[?2004h${E}[?2004l${E}[?7htext${E}]0;half a title`,
  );
  assert.equal(safe.ending(), `${E}[?1049l${E}[?25h${E}[?1000l${E}[?1006l${E}[!p`);
  assert.equal(safe.push("next"), "next");
  assert.equal(safe.ending(), `${E}[!p`);
});

test("a line leaves neither colour nor an open sequence behind", () => {
  assert.equal(safeLine(`${E}[31mred`), `${E}[31mred${E}[0m`);
  assert.equal(safeLine(`x${E}]0;never ended`), "x");
});

test("exit codes say what they mean", () => {
  assert.match(exitCodeText(137), /137.*SIGKILL/);
  assert.match(exitCodeText(127), /not found/);
  assert.match(exitCodeText(150), /signal 22/);
  assert.equal(exitCodeText(42), "Exit code 42");
});

test("log lines of several containers come in time order", () => {
  const a = ["2026-01-01T00:00:00.5Z a1", "2026-01-01T00:00:02Z a2"].map((l) => parseLine(0, l));
  const b = ["2026-01-01T00:00:00.123456789Z b1", "no time"].map((l) => parseLine(1, l));
  assert.deepEqual(
    inTimeOrder([a, b]).map(({ text }) => text),
    ["no time", "b1", "a1", "a2"],
  );
  assert.equal(parseLine(0, "2026-01-01T00:00:00.5Z").text, "");
});

test("filters: text, pattern, level", () => {
  assert.equal(filterTest({ text: "FOO", level: "trace" })("a foo"), true);
  assert.equal(filterTest({ text: "/^a.*z$/", level: "trace" })("a foo z"), true);
  assert.equal(filterTest({ text: "/^b/", level: "trace" })("ab"), false);
  assert.throws(() => filterTest({ text: "/(/", level: "trace" }), SyntaxError);
  const warnings = filterTest({ text: "", level: "warn" });
  assert.deepEqual(["WARN x", "info", '{"level":"error"}', "debug"].map(warnings), [
    true,
    false,
    true,
    false,
  ]);
  assert.equal(levelOf('{"level":50}'), "error");
});

test("a line's level is what its logger says, and else what its words tell", () => {
  const levels: Readonly<Record<string, string>> = {
    '{"level":"info","msg":"no error"}': "info",
    '{"level":40,"msg":"x"}': "warn",
    "time=now level=warning msg=fatal": "warn",
    "2026/01/01 12:00:00 [notice] 1#1: error_log is off": "info",
    "2026-01-01 12:00:00 INFO  o.a.Server - retry after error": "info",
    "ERROR: relation does not exist": "error",
    "java.lang.IllegalStateException: x": "error",
    "TypeError: x is not a function": "error",
    "GET /errors 200": "info",
    "DEBUG sql": "debug",
    "a warning": "warn",
    "FATAL:  the database system is starting up": "error",
    plain: "info",
  };
  for (const [line, level] of Object.entries(levels)) assert.equal(levelOf(line), level, line);
});

test("of a line that is written over, the last state stays", () => {
  assert.equal(safeLine("10 %\r50 %\r100 %"), "100 %");
  assert.equal(safeLine("done\r"), "done");
  assert.equal(safeLine(`1 %\r${E}[32m2 %`), `${E}[32m2 %${E}[0m`);
});

test("JSON lines fold, others stay", () => {
  assert.equal(
    foldJson('{"time":"t","level":"info","msg":"up","port":80,"tags":["a"]}'),
    'info up port=80 tags=["a"]',
  );
  assert.equal(foldJson('{"msg":"down","stack":"Error\\n  at a"}'), "down stack=Error ↵ at a");
  assert.equal(foldJson('{"level":50,"msg":"pino"}'), "error pino");
  assert.equal(foldJson("{no json}"), "{no json}");
  assert.equal(foldJson("plain"), "plain");
});
