// The scanner and the document: nothing is lost, nothing is thrown, places are exact.
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { parseDockerfile } from "../../../language-server/dockerfile/model/document.ts";
import { seeded } from "../../property-seed.ts";

const pieces = fc.constantFrom(
  ...'FROM a|RUN |COPY --from=b |ENV a=b |ONBUILD |<<EOF|EOF|\\|`|\n|\r\n|# x|# escape=`|"|\'|["a"]|$a|${b:-|}|\t|é'.split(
    "|",
  ),
);

test("any text gives a document whose words say what stands at their places", () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
      const text = parts.join("");
      const document = parseDockerfile(text);
      let last = 0;
      for (const instruction of document.instructions) {
        assert.ok(instruction.span.start >= last);
        last = instruction.fullSpan.end;
        assert.ok(last <= text.length);
        assert.equal(document.slice(instruction.keywordSpan).length > 0, true);
        if (!instruction.cooked.single || instruction.json) continue;
        for (const word of instruction.words) assert.equal(document.slice(word), word.text);
      }
      assert.ok(document.stages.length <= document.instructions.length);
    }),
    seeded,
  );
});

test("a continued instruction keeps its comments apart and its places exact", () => {
  const text = "FROM a\nRUN one \\\n# why\n\n  two\n";
  const { instructions, comments } = parseDockerfile(text);
  assert.equal(instructions[1]?.argumentText, "one   two");
  assert.deepEqual(
    comments.map(({ text, inside }) => [text, inside]),
    [["why", true]],
  );
  assert.equal(instructions[1]?.blankLines.length, 1);
  assert.equal(instructions[1]?.cooked.at(4 + "one   ".length), text.indexOf("two"));
});

test("several heredocs, quoted and with tabs, end where their delimiters stand", () => {
  const text = "FROM a\nCOPY <<A <<-'B' /d/\nx\nA\n\ty $z\n\tB\nRUN b\n";
  const [, copy, run] = parseDockerfile(text).instructions;
  assert.deepEqual(
    copy?.heredocs.map(({ delimiter, expands, chomps, body }) => [
      delimiter,
      expands,
      chomps,
      text.slice(body.start, body.end),
    ]),
    [
      ["A", true, false, "x\n"],
      ["B", false, true, "\ty $z\n"],
    ],
  );
  assert.equal(run?.argumentText, "b");
});
