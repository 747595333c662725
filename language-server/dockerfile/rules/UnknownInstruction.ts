// A keyword that BuildKit does not know.

import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { nearest } from "../suggest.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { instructionTable } from "../syntax/instructions.ts";

const KEYWORDS = Object.keys(instructionTable);

/** A line of nothing but an escape character. */
const LONE_ESCAPE = /^[^\S\n]*[\\`][ \t]*\r?$/m;

const STRANGE_BLANK = /^[A-Z]+(?=[\u00a0\u1680\u2000-\u200b\u3000])/;

export const UnknownInstruction: Rule<DockerfileDocument> = {
  code: "UnknownInstruction",
  aliases: [],
  severity: "error",
  summary: "BuildKit does not know the instruction.",
  scope: { each: ["*"], mentions: LONE_ESCAPE },
  check(document, report) {
    for (const instruction of document.instructions) {
      check(instruction);
      if (instruction.trigger) check(instruction.trigger);
    }
    const lone = loneEscape(document);
    if (lone) report(lone, t("No instruction follows that this line could continue."));
    function check(instruction: Instruction): void {
      const { keyword, keywordText, keywordSpan } = instruction;
      if (instructionTable[keyword]) return;
      const glued = /^[A-Z]+(?=[["'\u201c\u2018$./])/.exec(keyword)?.[0];
      if (glued && instructionTable[glued]) {
        report(keywordSpan, t("A space is missing after {0}.", glued), {
          fixes: () => [parted(instruction, glued.length)],
        });
        return;
      }
      const strange = STRANGE_BLANK.exec(keyword)?.[0];
      if (strange && instructionTable[strange]) {
        report(
          keywordSpan,
          t("What follows {0} looks like a space, but BuildKit reads it as a letter.", strange),
          { fixes: () => [ordinary(document, instruction)] },
        );
        return;
      }
      const near = nearest(keyword, KEYWORDS);
      if (!near) {
        report(keywordSpan, t("There is no instruction {0}.", keywordText));
        return;
      }
      report(keywordSpan, t("There is no instruction {0}. Did you mean {1}?", keywordText, near), {
        fixes: () => [
          { title: t("Change to {0}", near), edits: [{ ...keywordSpan, newText: near }] },
        ],
      });
    }
  },
};

/** At the end of the file, where there is nothing that a lone escape character could continue. */
function loneEscape(document: DockerfileDocument): Span | undefined {
  const { text, instructions, escape: escapeChar } = document;
  const start = instructions.at(-1)?.fullSpan.end ?? 0;
  const match = LONE_ESCAPE.exec(text.slice(start));
  const at = match ? start + match.index + match[0].indexOf(escapeChar) : -1;
  return match?.[0].includes(escapeChar) ? { start: at, end: at + 1 } : undefined;
}

function ordinary({ text }: DockerfileDocument, { span: { start, end } }: Instruction): Fix {
  const edits = [...text.slice(start, end).matchAll(/[\u00a0\u1680\u2000-\u200b\u3000]/g)].map(
    ({ index }) => ({ start: start + index, end: start + index + 1, newText: " " }),
  );
  return { title: t("Replace with ordinary spaces"), edits, safe: true };
}

/** With a blank, and with straight quotes in the place of typographic ones. */
function parted(
  { keywordSpan, argumentSpan, cooked, keywordText }: Instruction,
  length: number,
): Fix {
  const start = keywordSpan.start;
  if (!cooked.single || !/[\u2018\u2019\u201c\u201d]/.test(keywordText))
    return {
      title: t("Add a space"),
      edits: [{ start: start + length, end: start + length, newText: " " }],
      safe: true,
    };
  const rest = cooked.text.slice(length).trimEnd();
  const newText = ` ${rest.replace(/[\u201c\u201d]/g, '"').replace(/[\u2018\u2019]/g, "'")}`;
  const end = Math.max(argumentSpan.end, keywordSpan.end);
  return { title: t("Add a space"), edits: [{ start: start + length, end, newText }], safe: true };
}
