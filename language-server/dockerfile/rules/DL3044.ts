// Finds ENV that reads a variable which the same ENV sets.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
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
          fixes: () => [...inlining(instruction, value, name), split(document, instruction)],
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

function firstOf(keys: ReadonlySet<string>, value: string, own: string): string | undefined {
  for (const [, name = ""] of value.matchAll(/(?<!\\)\$(?:\{(?=\w+\}))?([A-Za-z_]\w*)/g))
    if (keys.has(name) && name !== own) return name;
  return undefined;
}

function split(document: DockerfileDocument, instruction: Instruction): Fix {
  const lines = instruction.pairs.map((pair) => `ENV ${document.slice(pair)}`);
  return {
    title: t("Split the ENV"),
    edits: [{ ...instruction.span, newText: lines.join("\n") }],
  };
}

/** Writes the variable's value where it is read, when that is plain text. */
function inlining({ pairs }: Instruction, { start, text }: Word, name: string): Fix[] {
  const known = unquote(pairs.find(({ key }) => key.text === name)?.value?.text ?? "");
  const read = new RegExp(`\\$(?:\\{${name}\\}|${name}(?!\\w))`).exec(text);
  if (!read || !/^[\w./:+,@-]+$/.test(known)) return [];
  const from = start + read.index;
  const edits = [{ start: from, end: from + read[0].length, newText: known }];
  return [{ title: t("Write its value here"), edits }];
}
