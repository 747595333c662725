// Output made of pieces of control sequences, whole and torn, beside a second reading of the norm:
// whatever comes, and however it is cut, nothing harmful passes and no text is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type OutputMode, SafeOutput } from "../../../extension/terminals/safe-output.ts";

/** Everything that a terminal reads as one thing, at its place in the text. */
const TOKEN = new RegExp(
  [
    // A string, to its end or to what breaks it off.
    "(?:\\x1b[\\]PX^_]|[\\x90\\x98\\x9d\\x9e\\x9f])[^\\x07\\x18\\x1a\\x1b\\x80-\\x9f]*(?:\\x1b\\\\|\\x1b$|[\\x07\\x18\\x1a\\x9c])?",
    // A control sequence, or as much of one as there is.
    "(?:\\x1b\\[|\\x9b)[ -?]*[@-~]?",
    // Another escape sequence, or as much of one as there is.
    "\\x1b[ -/]*[0-~]?",
    "[\\s\\S]",
  ].join("|"),
  "gu",
);
const CONTROL = /^[\x00-\x08\x0b-\x1f\x7f-\x9f]/;

const tokens = (text: string): readonly string[] => text.match(TOKEN) ?? [];
/** What a person reads of it. */
const plain = (text: string) =>
  tokens(text)
    .filter((token) => !CONTROL.test(token))
    .join("");

/** What may be told to a terminal, by mode; everything else answers, or touches what is not ours. */
const COLOUR = /^\x1b\[[\d;:]*m$/;
const allowed: Readonly<Record<OutputMode, readonly RegExp[]>> = {
  lines: [COLOUR],
  screen: [
    COLOUR,
    /^[\x07\b\r\x0e\x0f]$/,
    /^\x1b\[[\d;:]*[@-MPSTXZ`abdefghlrsu]$/,
    /^\x1b\[\?[\d;:]*[hlJKWrs]$/,
    /^\x1b\[(?:>[\d;:]*[mu]|[<=][\d;:]*u)$/,
    /^\x1b\[[\d;:]*(?: [@Aq]|!p|"q|#[pqPQ{}]|\$[rtvxz{]|'[}~]|\*x)$/,
    /^\x1b(?:[=>78DEHMc]|[()*+./-][ -~]|#8)$/,
  ],
};
const NUMBERS = /\d{6}/;

const PIECES = [
  ..."\x1b|[|]|P|X|^|_|\\|(|#|?|>|=|<|!|$|\"|'|*| |;|:|0|1|38|52|2004|999999|m|h|l|n|c|t|q|p|r|u|x|z|J|H|K|R".split(
    "|",
  ),
  ..."\x07|\b|\t|\n|\r|\x00|\x18|\x1a|\x7f|\x85|\x90|\x98|\x9b|\x9c|\x9d|\x9e|\x9f".split("|"),
  ..."text|한글|😀|\x1b[31m|\x1b]0;title\x07|\x1b]52;c;eA==\x1b\\|\x1b]8;;http://x\x1b\\".split(
    "|",
  ),
  ...'\x1bP$q"p\x1b\\|\x1b[c|\x1b[6n|\x1b[?1049h|\x1b[21t|\x1b[?25l|\x1b[2J|\x1b(0|\x1b7|\x1bc'.split(
    "|",
  ),
  `\x1b[${"1;".repeat(200)}m`,
];

/** The same numbers on every machine (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The text in pieces that begin and end anywhere. */
function cut(text: string, below: (limit: number) => number): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const end = at + 1 + below(6);
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

for (const mode of ["screen", "lines"] as const)
  test(`whatever comes, nothing harmful passes and no text is lost: ${mode}`, () => {
    const below = random(20_261_122);
    for (let round = 0; round < 20_000; round++) {
      const input = Array.from({ length: 1 + below(12) }, () => PIECES[below(PIECES.length)]).join(
        "",
      );
      const out = new SafeOutput(mode).push(input);
      const told = `${mode}: ${JSON.stringify(input)} → ${JSON.stringify(out)}`;
      const cutter = new SafeOutput(mode);
      const inPieces = cut(input, below).map((piece) => cutter.push(piece));
      assert.equal(inPieces.join(""), out, `${told}, cut otherwise`);
      assert.equal(plain(out), plain(input), `text of ${told}`);
      for (const token of tokens(out)) {
        if (!CONTROL.test(token)) continue;
        const passes = allowed[mode].some((one) => one.test(token));
        assert.ok(passes, `${JSON.stringify(token)} in ${told}`);
        assert.ok(COLOUR.test(token) || !NUMBERS.test(token), `${token.slice(1)} in ${told}`);
      }
    }
  });
