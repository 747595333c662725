// Signature help: the forms of the instruction that the cursor stands in, from the one table.
import type { SignatureHelp } from "vscode-languageserver-types";
import type { FeatureContext } from "../../language.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { instructionTable } from "../syntax/instructions.ts";
import { directiveDoc } from "./hover.ts";
import { instructionBefore } from "./place.ts";

/** `asked`: somebody wants to see it; else it comes by itself, and goes when a command is typed. */
export function signature(
  document: DockerfileDocument,
  offset: number,
  _context?: FeatureContext,
  asked = true,
): SignatureHelp | undefined {
  const directive = document.directives.find(
    ({ valueSpan }) => offset >= valueSpan.start && offset <= valueSpan.end,
  );
  if (directive) return one([`${directive.name}=value`], directiveDoc(directive.name), 0);
  const outer = document.instructionAt(offset) ?? instructionBefore(document, offset);
  if (!outer) return undefined;
  const inner = outer.trigger;
  const instruction = inner && offset > inner.keywordSpan.end ? inner : outer;
  if (offset <= instruction.keywordSpan.end) return undefined;
  const facts = instructionTable[instruction.keyword];
  if (!facts) return undefined;
  const typed = document.text.slice(instruction.keywordSpan.end, offset);
  const words = typed.split(/\s+/).slice(1);
  const plain = words.filter((word) => !word.startsWith("--"));
  // The words of a shell command are no arguments of the instruction.
  if (!asked && (facts.form === "json-or-string" ? plain.length > 1 : typed.includes("\n")))
    return undefined;
  const labels = facts.forms.map((form) => `${instruction.keyword} ${form}`);
  const isJson = instruction.json || instruction.argumentText[0] === "[";
  const isFlag = words.at(-1)?.startsWith("-") === true;
  return one(labels, facts.doc(), isJson ? jsonIndex(labels) : 0, isFlag ? -1 : plain.length - 1);
}

function jsonIndex(labels: readonly string[]): number {
  return Math.max(
    labels.findIndex((label) => label.includes('["')),
    0,
  );
}

/** `word`: which of the plain words the cursor stands in; -1: a flag. */
function one(
  labels: readonly string[],
  documentation: string,
  activeSignature: number,
  word = 0,
): SignatureHelp {
  const signatures = labels.map((label) => {
    const parameters = parametersOf(label);
    const flags = /^\[(?:flags|--)/.test(parameters[0]?.text ?? "") ? 1 : 0;
    const last = parameters.length - 1;
    const activeParameter = word < 0 ? 0 : Math.min(word + flags, last);
    return {
      label,
      documentation,
      parameters: parameters.map(({ start, end }) => ({ label: [start, end] as [number, number] })),
      activeParameter: Math.max(activeParameter, 0),
    };
  });
  const { activeParameter = 0 } = signatures[activeSignature] ?? {};
  return { signatures, activeSignature, activeParameter };
}

/** The words of a form behind its keyword; a `…` belongs to the word before it. */
function parametersOf(label: string) {
  return [...label.matchAll(/\S+(?: …(?=$))?/g)]
    .slice(1)
    .map(({ 0: text, index }) => ({ text, start: index, end: index + text.length }));
}
