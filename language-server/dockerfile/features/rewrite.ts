// How a refactoring is made.
import type { Refactoring } from "../../language.ts";
import type { Edit } from "../../lint/rule.ts";

export function rewrite(title: string, ...edits: readonly Edit[]): Refactoring {
  return { title, kind: "refactor.rewrite", edits };
}
