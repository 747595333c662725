// Curly quotes in an instruction, and straight ones in their place.
import { t } from "../../../l10n.ts";
import type { Fix } from "../../../lint/rule.ts";
import type { Instruction } from "../../syntax/instruction.ts";

export const QUOTES = /[\u2018\u2019\u201c\u201d]/;
const STRAIGHT = /"[^"]*"|'[^']*'/g;
const ASTRAY = /[\u201c\u201d]|(?:^|[\s=[,])\u2018/;

/** Between straight quotes, or as an apostrophe, they are meant. */
export function isCurly({ argumentText, cooked }: Instruction): boolean {
  return (
    QUOTES.test(argumentText) && cooked.single && ASTRAY.test(argumentText.replace(STRAIGHT, ""))
  );
}

export function curly(): string {
  return t("These quotes are typographic; Docker needs straight ones.");
}

export function straight({ argumentText, argumentSpan }: Instruction): Fix {
  const newText = argumentText
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, argumentText.startsWith("[") ? '"' : "'");
  return { title: t("Write straight quotes"), safe: true, edits: [{ ...argumentSpan, newText }] };
}
