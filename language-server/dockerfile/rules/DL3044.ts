// Finds ENV that reads a variable which the same ENV sets.
import { t } from "../../l10n.ts";
import type { Edit, Fix, Rule } from "../../lint/rule.ts";
import { chainOf } from "../model/chain.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { unquote, type Word } from "../syntax/words.ts";

export const DL3044: Rule<DockerfileDocument> = {
  code: "DL3044",
  aliases: [],
  severity: "warning",
  summary: "A variable that ENV sets can be read only from the next instruction on.",
  scope: { stage: ["ENV", "ARG"] },
  check(document, report) {
    for (const instruction of document.byKeyword("ENV")) {
      const { pairs } = instruction;
      if (pairs.length < 2) continue;
      const keys = new Set(pairs.map(({ key }) => key.text));
      if (!pairs.some(({ key, value }) => value && firstOf(keys, value.text, key.text))) continue;
      for (const name of definedBefore(document, instruction)) keys.delete(name);
      for (const { key, value } of pairs) {
        const name = value && firstOf(keys, value.text, key.text);
        if (!value || name === undefined) continue;
        report(value, t("{0} is set by this very ENV and still has its old value here.", name), {
          fixes: () => [
            ...inlining(instruction, value, keys, key.text),
            split(document, instruction),
          ],
        });
      }
    }
  },
};

/** Who reads a variable that has a value already may well mean the old one. */
function definedBefore(document: DockerfileDocument, { index }: Instruction): Set<string> {
  const own = document.whole.instructions[index];
  const names = new Set<string>();
  for (const instructions of own ? chainOf(document, own) : [])
    for (const other of instructions)
      if (other.index < index && (other.keyword === "ENV" || other.keyword === "ARG"))
        for (const { key } of other.pairs) names.add(key.text);
  return names;
}

const READS = /(?<!\\)\$(?:\{(?=\w+\}))?([A-Za-z_]\w*)\}?/g;

function firstOf(keys: ReadonlySet<string>, value: string, own: string): string | undefined {
  for (const [, name = ""] of value.matchAll(READS))
    if (keys.has(name) && name !== own) return name;
  return undefined;
}

/** An ENV for each pair; comments between the pairs stay there. */
function split(document: DockerfileDocument, { pairs }: Instruction): Fix {
  const edits = pairs.slice(1).map((pair, index): Edit => {
    const gap = { start: pairs[index]?.end ?? pair.start, end: pair.start };
    const comments = document.slice(gap).match(/^[ \t]*#.*$/gm) ?? [];
    const lines = comments.map((comment) => `${comment.trim()}\n`);
    return { ...gap, newText: `\n${lines.join("")}ENV ` };
  });
  return { title: t("Split the ENV"), edits };
}

/** Writes the values of variables where they are read, when all of them are plain text. */
function inlining(
  { pairs }: Instruction,
  { start, text }: Word,
  keys: ReadonlySet<string>,
  own: string,
): Fix[] {
  const edits: Edit[] = [];
  for (const { 0: read, 1: name = "", index } of text.matchAll(READS)) {
    if (!keys.has(name) || name === own) continue;
    const known = unquote(pairs.find(({ key }) => key.text === name)?.value?.text ?? "");
    if (!/^[\w./:+,@-]+$/.test(known)) return [];
    // A closing bracket may belong to the text around it.
    const length = read.startsWith("${") ? read.length : name.length + 1;
    edits.push({ start: start + index, end: start + index + length, newText: known });
  }
  return [{ title: t("Write its value here"), edits }];
}
