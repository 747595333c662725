// Signature help: the forms of the instruction that the cursor stands in, from the one table.
import type { SignatureHelp } from "vscode-languageserver-types";
import type { DockerfileDocument } from "../model/document.ts";
import { instructionTable } from "../syntax/instructions.ts";
import { directiveDoc } from "./hover.ts";

export function signature(document: DockerfileDocument, offset: number): SignatureHelp | undefined {
  const directive = document.directives.find(
    ({ valueSpan }) => offset >= valueSpan.start && offset <= valueSpan.end,
  );
  if (directive) return one([`${directive.name}=value`], directiveDoc(directive.name), 0);
  const outer = document.instructionAt(offset) ?? lineBefore(document, offset);
  if (!outer) return undefined;
  const inner = outer.trigger;
  const instruction = inner && offset > inner.keywordSpan.end ? inner : outer;
  if (offset <= instruction.keywordSpan.end) return undefined;
  const facts = instructionTable[instruction.keyword];
  if (!facts) return undefined;
  const labels = facts.forms.map((form) => `${instruction.keyword} ${form}`);
  return one(
    labels,
    facts.doc(),
    instruction.json || instruction.argumentText[0] === "[" ? jsonIndex(labels) : 0,
  );
}

/** The cursor behind the blanks at the end of an instruction's line belongs to it. */
function lineBefore(document: DockerfileDocument, offset: number) {
  const line = document.lines.line(document.lines.lineAt(offset));
  return document.instructionAt(line.start + document.text.slice(line.start).search(/\S|$/));
}

function jsonIndex(labels: readonly string[]): number {
  return Math.max(
    labels.findIndex((label) => label.includes('["')),
    0,
  );
}

function one(
  labels: readonly string[],
  documentation: string,
  activeSignature: number,
): SignatureHelp {
  return {
    signatures: labels.map((label) => ({ label, documentation, parameters: [] })),
    activeSignature,
    activeParameter: 0,
  };
}
