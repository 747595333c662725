// The kinds of values in words.
import { t } from "../../l10n.ts";
import { kindOf, type Node } from "../yaml/tree.ts";

export function wantedText(types: readonly string[]): string {
  const texts: Readonly<Record<string, string>> = {
    object: t("a mapping"),
    array: t("a list"),
    string: t("text"),
    number: t("a number"),
    integer: t("a whole number"),
    boolean: t("true or false"),
    null: t("empty"),
  };
  return types.map((type) => texts[type] ?? type).join(t(" or "));
}

export function givenText(node: Node): string {
  const texts: Readonly<Record<string, string>> = {
    map: t("a mapping"),
    list: t("a list"),
    string: t("text"),
    number: t("a number"),
    boolean: t("true or false"),
    null: t("empty"),
    date: t("a date"),
  };
  return texts[kindOf(node)] ?? "";
}
