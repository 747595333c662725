// The JSON behind folded lines of a log.
import assert from "node:assert/strict";
import { test } from "node:test";
import { FOLD_MARK, FoldedLines } from "../../../extension/terminals/folded-lines.ts";

test("a folded line is found again as the terminal gives it back", () => {
  const lines = new FoldedLines();
  lines.remember(
    `\x1b[36mweb |\x1b[0m error\tdisk is full \x1b[2m${FOLD_MARK}\x1b[0m`,
    '{"a":[1]}',
  );
  // A terminal gives blanks for tabs, and no colours.
  const shown = `web | error   disk is full ${FOLD_MARK}  `;
  assert.equal(lines.whole(shown), '{\n  "a": [\n    1\n  ]\n}\n');
  assert.equal(lines.whole(`web | another ${FOLD_MARK}`), undefined);
  assert.equal(lines.whole("web | error disk is full"), undefined);
});

test("only the newest lines are kept, and the same line leads to what came last", () => {
  const lines = new FoldedLines();
  for (let number = 0; number < 5000; number++)
    lines.remember(`line ${number} ${FOLD_MARK}`, `${number}`);
  assert.equal(lines.whole(`line 0 ${FOLD_MARK}`), undefined);
  assert.equal(lines.whole(`line 4999 ${FOLD_MARK}`), "4999\n");
  lines.remember(`line 4999 ${FOLD_MARK}`, '"again"');
  assert.equal(lines.whole(`line 4999 ${FOLD_MARK}`), '"again"\n');
});
