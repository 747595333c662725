// What an engine's output may do to a terminal.
import assert from "node:assert/strict";
import { test } from "node:test";
import { exitCodeText } from "../../../extension/terminals/exit-codes.ts";
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
  ["a line end that breaks off a sequence", `a${E}[12\nb${E}\nc`, "a\nb\nc", "a\nb\nc"],
  ["a letter that breaks off a sequence", `a${E}[1한${E}글`, "a한글", "a한글"],
  ["a title after half a sequence", `a${E}\x9d0;evil\x07b${E}[1\x9d0;evil\x07c`, "abc", "abc"],
  ["a sequence that is far too long", `a${E}[${"1".repeat(300)}mb`, "ab", "ab"],
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

test("of a line that is written over, the last state stays", () => {
  assert.equal(safeLine("10 %\r50 %\r100 %"), "100 %");
  assert.equal(safeLine("done\r"), "done");
  assert.equal(safeLine(`1 %\r${E}[32m2 %`), `${E}[32m2 %${E}[0m`);
});
