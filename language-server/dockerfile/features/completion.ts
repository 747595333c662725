// What may be written at a place of a Dockerfile: which part of the instruction the cursor stands
// in, and who knows what belongs there. Knows documents that are half typed.
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Completion, CompletionCause, FeatureContext } from "../../language.ts";
import { platformArgs, predefinedArgs } from "../model/build-args.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { variablesAt, variableValue } from "../model/scopes.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { plainArguments, plainWords, type Request } from "./argument-completion.ts";
import { completeComment, directiveValues, item, startsLike } from "./directive-completion.ts";
import { flagNames, flagValues } from "./flag-completion.ts";
import { keywords, triggers } from "./keyword-completion.ts";
import { instructionBefore } from "./place.ts";

export function complete(
  document: DockerfileDocument,
  offset: number,
  context: FeatureContext,
  { character = "" }: CompletionCause = {},
): readonly Completion[] {
  const line = document.lines.line(document.lines.lineAt(offset));
  const before = document.text.slice(line.start, offset);
  const outer = instructionBefore(document, offset);
  const inHeredoc = outer !== undefined && isInHeredoc(outer, offset);
  if (!inHeredoc && before.trimStart().startsWith("#"))
    // A comment is prose: its blanks ask for nothing.
    return character === " " ? [] : inComment(document, offset, before);
  if (!outer || (!inHeredoc && offset <= outer.keywordSpan.end))
    return character === "" ? keywords(document, offset, before) : [];
  const typed = /[^\s]*$/.exec(before)?.[0] ?? "";
  const span = { start: offset - typed.length, end: offset };
  const instruction = inner(outer, offset);
  const request = { document, offset, context, instruction, character, typed, span };
  const variable = /\$(\{?)(\w*)$/.exec(typed);
  if (variable) return variables(request, variable[1] ?? "", variable[2] ?? "");
  return inHeredoc ? [] : completeArguments({ ...request, outer });
}

/** The instruction that ONBUILD holds back, where the cursor stands in it. */
function inner(outer: Instruction, offset: number): Instruction {
  const { trigger } = outer;
  return trigger && offset > trigger.keywordSpan.end ? trigger : outer;
}

function inComment(
  document: DockerfileDocument,
  offset: number,
  before: string,
): readonly Completion[] {
  const comment = /^\s*#\s*(\S*)$/.exec(before);
  return comment && !/[=]/.test(comment[1] ?? "")
    ? completeComment(document, offset, comment[1] ?? "")
    : directiveValues(before, offset);
}

function isInHeredoc({ heredocs, keyword }: Instruction, offset: number): boolean {
  return keyword !== "" && heredocs.some(({ body }) => body.start <= offset && offset <= body.end);
}

function completeArguments(
  request: Request & { readonly outer: Instruction },
): readonly Completion[] {
  const { instruction, outer, typed, offset, character } = request;
  if (outer.keyword === "ONBUILD" && instruction === outer) return triggers(request);
  const flag = instruction.flags.find(({ start, end }) => start < offset && offset <= end);
  if (flag?.valueSpan && offset >= flag.valueSpan.start)
    return flagValues(request, flag.name, flag.valueSpan.start);
  const atFlags = plainWords(request).length === 0;
  const flags = atFlags && (typed === "" || typed.startsWith("-")) ? flagNames(request) : [];
  const plain = typed.startsWith("--") ? [] : plainArguments(request);
  // A blank asks for what most likely comes next; most instructions have no flags.
  return character === " " && plain.length === 0 ? [] : [...plain, ...flags];
}

function variables(
  { document, instruction, offset }: Request,
  brace: string,
  typed: string,
): readonly Completion[] {
  const start = offset - typed.length - brace.length - 1;
  // The editor has closed the brace already.
  const end = brace && document.text[offset] === "}" ? offset + 1 : offset;
  const visible = variablesAt(document, instruction);
  const isFrom = instruction.keyword === "FROM";
  const builtIn = isFrom ? platformArgs.keys() : typed || visible.size === 0 ? predefinedArgs : [];
  const names = [...new Set([...visible.keys(), ...builtIn])].filter((name) =>
    startsLike(name, typed),
  );
  return names.map((name) => {
    const variable = visible.get(name);
    const value = variable ? variableValue(document, variable) : platformArgs.get(name);
    const insert = brace ? `\${${name}}` : `$${name}`;
    return {
      ...item(insert, { start, end }, CompletionItemKind.Variable),
      filterText: insert,
      ...(value === undefined ? {} : { detail: value }),
    };
  });
}
