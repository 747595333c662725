// A document after edits is the one that reading the whole text gives: places, words, comments,
// stages and all, however many edits it has seen.
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import {
  type DockerfileDocument,
  parseDockerfile,
} from "../../../language-server/dockerfile/model/document.ts";
import type { Instruction } from "../../../language-server/dockerfile/syntax/instruction.ts";
import { seeded } from "../../property-seed.ts";

const pieces = fc.constantFrom(
  ...["FROM a\n", "FROM a AS b", "RUN x\n", "RUN <<EOF\n", "EOF\n", "COPY --from=b <<-A <<'B' /\n"],
  ...["A\n", "\tA\n", "B\n", "ENV a=b \\\n", "  c='d e'\n", "ONBUILD RUN y\n", 'CMD ["a", "b"]\n'],
  ...[
    "# c\n",
    "  # d\n",
    "\n",
    "\r\n",
    " \\\n",
    "\\",
    "`\n",
    "\\\n\\\n",
    "# escape=`\n",
    "EOF",
    "<<",
  ],
  ...["# syntax=x\n", "ARG q\n", "é", "x", " ", "\t", '"', "HEALTHCHECK --interval=1s CMD z\n"],
  `RUN ${"long ".repeat(14_000)}\n`,
);

const texts = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(""));

/** Where an edit stands, in thousandths of the text, how much it takes away and what it puts there. */
const edits = fc.array(
  fc.record({
    at: fc.integer({ min: 0, max: 1000 }),
    taken: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30 })),
    put: fc.array(pieces, { maxLength: 2 }).map((parts) => parts.join("")),
  }),
  { minLength: 1, maxLength: 6 },
);

function shown(instruction: Instruction): unknown {
  const { keyword, index, begin, after, span, fullSpan, heredocs, blankLines, lastLine } =
    instruction;
  const { flags, words, pairs, json, argumentSpan, commentsBefore, trigger, cooked } = instruction;
  const places = { span, fullSpan, heredocs, blankLines, lastLine, argumentSpan };
  return {
    ...{ keyword, index, begin, after, places, flags, words, pairs, json, commentsBefore },
    text: cooked.text,
    map: Array.from({ length: Math.min(cooked.text.length, 60) + 1 }, (_, at) => cooked.at(at)),
    trigger: trigger && shown(trigger),
  };
}

function whole(document: DockerfileDocument): unknown {
  const { instructions, comments, directives, longLines, stages } = document;
  return {
    ...{ comments, directives, longLines, escape: document.escape },
    instructions: instructions.map(shown),
    stages: stages.map(({ name, parent, from }) => [name?.text, parent?.index, from.index]),
  };
}

test("a document after edits is what reading its text gives", () => {
  fc.assert(
    fc.property(texts, edits, fc.boolean(), (text, steps, isLooked) => {
      let now = text;
      let document = parseDockerfile(now);
      for (const { at, taken, put } of steps) {
        // What is worked out once must not outlive its place.
        if (isLooked) whole(document);
        const start = Math.round((now.length * at) / 1000);
        now = now.slice(0, start) + put + now.slice(start + taken);
        document = parseDockerfile(now, document);
      }
      assert.deepEqual(whole(document), whole(parseDockerfile(now)));
    }),
    seeded,
  );
});

test("a document that another one has taken over from is read again", () => {
  const first = parseDockerfile("FROM a\nRUN b\nRUN c\n");
  parseDockerfile("FROM a\nRUN bb\nRUN c\n", first);
  const text = "FROM a\nRUN bbb\nRUN c\n";
  assert.deepEqual(whole(parseDockerfile(text, first)), whole(parseDockerfile(text)));
});
