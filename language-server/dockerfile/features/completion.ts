// What may be written at a place of a Dockerfile: instructions, flags and their values, stages,
// images, variables, users, ports, signals and paths. Knows documents that are half typed.
import { CompletionItemKind } from "vscode-languageserver-types";
import { t } from "../../l10n.ts";
import type { Completion, FeatureContext } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { platformArgs, predefinedArgs, variablesAt, variableValue } from "../model/scopes.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { instructionTable, mountTypes } from "../syntax/instructions.ts";
import { ports, signals, wellKnownImages } from "./completion-data.ts";
import {
  completeComment,
  directiveNames,
  directiveValues,
  item,
  startsLike,
} from "./directive-completion.ts";
import { flagDoc, instructionDoc } from "./hover.ts";
import { completePaths } from "./path-completion.ts";

interface Request {
  readonly document: DockerfileDocument;
  readonly offset: number;
  readonly context: FeatureContext;
  readonly instruction: Instruction;
  /** The word before the cursor, and its place. */
  readonly typed: string;
  readonly span: Span;
}

export function complete(
  document: DockerfileDocument,
  offset: number,
  context: FeatureContext,
): readonly Completion[] {
  const line = document.lines.line(document.lines.lineAt(offset));
  const before = document.text.slice(line.start, offset);
  const comment = /^\s*#\s*(\S*)$/.exec(before);
  if (comment) return completeComment(document, offset, comment[1] ?? "");
  if (before.trimStart().startsWith("#")) return directiveValues(before, offset);
  const outer = instructionBefore(document, offset);
  if (!outer || isInHeredoc(outer, offset)) return outer ? [] : keywords(document, offset, before);
  const instruction =
    outer.trigger && offset > outer.trigger.keywordSpan.end ? outer.trigger : outer;
  if (offset <= outer.keywordSpan.end) return keywords(document, offset, before);
  const typed = /[^\s]*$/.exec(before)?.[0] ?? "";
  const request = {
    document,
    offset,
    context,
    instruction,
    typed,
    span: { start: offset - typed.length, end: offset },
  };
  if (outer.keyword === "ONBUILD" && instruction === outer) return triggers(request);
  if (outer.trigger && offset <= outer.trigger.keywordSpan.end)
    return triggers({ ...request, instruction: outer });
  return completeArguments(request);
}

/** The instruction that the cursor stands in: behind its start, and on one of its lines. */
function instructionBefore(document: DockerfileDocument, offset: number): Instruction | undefined {
  const found = document.instructions.findLast(({ span }) => span.start < offset);
  if (!found) return undefined;
  const line = document.lines.line(document.lines.lineAt(found.fullSpan.end));
  if (offset <= Math.max(line.end, found.fullSpan.end)) return found;
  // A continuation with nothing behind it yet.
  const gap = document.text.slice(found.span.start, offset);
  return /[\\`][ \t]*\r?\n[ \t]*\S*$/.test(gap) &&
    document.slice(found.span).trimEnd().endsWith(document.escape)
    ? found
    : undefined;
}

function isInHeredoc({ heredocs, keyword }: Instruction, offset: number): boolean {
  return keyword !== "" && heredocs.some(({ body }) => body.start <= offset && offset <= body.end);
}

function keywords(
  document: DockerfileDocument,
  offset: number,
  before: string,
): readonly Completion[] {
  const typed = before.trimStart();
  const span = { start: offset - typed.length, end: offset };
  const hasFrom = document.instructions.some(
    ({ keyword, span: at }) => keyword === "FROM" && at.start < span.start,
  );
  const anyBefore = document.instructions.some(({ span: at }) => at.start < span.start);
  const names = Object.keys(instructionTable).filter(
    (name) => hasFrom || anyBefore || name === "FROM" || name === "ARG",
  );
  const items = names
    .filter((name) => startsLike(name, typed))
    .map((name) => keywordItem(name, span));
  const directives =
    anyBefore || document.comments.length > 0 ? [] : directiveNames(document, span, typed, "# ");
  return [...items, ...directives];
}

function keywordItem(name: string, span: Span): Completion {
  return {
    label: name,
    kind: CompletionItemKind.Keyword,
    span,
    insert: `${name} `,
    documentation: () => instructionDoc(name),
    ...(instructionTable[name]?.deprecated ? { deprecated: true } : {}),
  };
}

function triggers({ typed, span }: Request): readonly Completion[] {
  return Object.keys(instructionTable)
    .filter((name) => !["FROM", "ONBUILD", "MAINTAINER"].includes(name) && startsLike(name, typed))
    .map((name) => keywordItem(name, span));
}

function completeArguments(request: Request): readonly Completion[] {
  const { instruction, typed, offset } = request;
  const variable = /\$(\{?)(\w*)$/.exec(typed);
  if (variable) return variables(request, variable[1] ?? "", variable[2] ?? "");
  const flag = instruction.flags.find(({ start, end }) => start < offset && offset <= end);
  if (flag?.valueSpan && offset >= flag.valueSpan.start)
    return flagValues(request, flag.name, flag.valueSpan.start);
  const atFlags = plainWords(request).length === 0;
  const flags = atFlags && (typed === "" || typed.startsWith("-")) ? flagNames(request) : [];
  return [...flags, ...(typed.startsWith("--") ? [] : plainArguments(request))];
}

/** The words between the instruction's flags and the cursor. */
function plainWords({ document, instruction, span }: Request): readonly string[] {
  return document.text
    .slice(instruction.keywordSpan.end, span.start)
    .split(/\s+/)
    .filter((word) => word !== "" && word !== document.escape && !word.startsWith("--"));
}

function flagNames({ instruction, typed, span }: Request): readonly Completion[] {
  const { keyword } = instruction;
  const isUsed = (name: string) =>
    instruction.flags.some((flag) => flag.name === name && flag.start !== span.start);
  return Object.entries(instructionTable[keyword]?.flags ?? {})
    .filter(([name, facts]) => `--${name}`.startsWith(typed) && (facts.repeatable || !isUsed(name)))
    .map(([name, facts]) => ({
      label: `--${name}`,
      kind: CompletionItemKind.Field,
      span,
      insert: facts.kind === "boolean" ? `--${name}` : `--${name}=`,
      documentation: () => flagDoc(keyword, name),
      again: facts.kind !== "boolean",
    }));
}

function flagValues(request: Request, name: string, start: number): readonly Completion[] {
  const { document, offset, instruction } = request;
  const typed = document.text.slice(start, offset);
  const span = { start, end: offset };
  if (name === "from") return stageNames(request, span);
  if (name === "mount") return mountOptions(typed, offset);
  const facts = instructionTable[instruction.keyword]?.flags[name];
  if (facts?.kind === "boolean") return ["true", "false"].map((value) => item(value, span));
  return (facts?.values ?? []).map((value) => item(value, span));
}

function mountOptions(typed: string, offset: number): readonly Completion[] {
  const part = typed.slice(typed.lastIndexOf(",") + 1);
  const equals = part.indexOf("=");
  const type = /(?:^|,)type=(\w+)/.exec(typed)?.[1] ?? "bind";
  const span = { start: offset - part.length + equals + 1, end: offset };
  if (part.startsWith("type=")) return Object.keys(mountTypes).map((name) => item(name, span));
  if (part.startsWith("sharing="))
    return ["shared", "private", "locked"].map((name) => item(name, span));
  if (equals >= 0) return [];
  const keys = type in mountTypes ? mountTypes[type as keyof typeof mountTypes] : [];
  return ["type", ...keys].map((key) => ({
    ...item(key, span, CompletionItemKind.Property),
    insert: `${key}=`,
  }));
}

/** Names of the stages above; for FROM and `--from=`. */
function stageNames({ document, instruction }: Request, span: Span): readonly Completion[] {
  const own = document.stageOf(instruction);
  return document.stages
    .filter((stage) => stage !== own && stage.from.index < instruction.index)
    .map((stage) => ({
      ...item(stage.name?.text ?? String(stage.index), span, CompletionItemKind.Class),
      detail: t("Stage {0}", stage.index),
    }));
}

function variables(
  { document, instruction, offset }: Request,
  brace: string,
  typed: string,
): readonly Completion[] {
  const start = offset - typed.length - brace.length - 1;
  const span = { start, end: offset };
  const visible = variablesAt(document, instruction);
  const builtIn = instruction.keyword === "FROM" ? platformArgs.keys() : predefinedArgs;
  const names = [...new Set([...visible.keys(), ...builtIn])].filter((name) =>
    startsLike(name, typed),
  );
  return names.map((name) => {
    const variable = visible.get(name);
    const value = variable ? variableValue(document, variable) : platformArgs.get(name);
    const insert = brace ? `\${${name}}` : `$${name}`;
    return {
      ...item(insert, span, CompletionItemKind.Variable),
      filterText: insert,
      ...(value === undefined ? {} : { detail: value }),
    };
  });
}

function plainArguments(request: Request): readonly Completion[] {
  const { instruction, span, document, context } = request;
  const simple: Readonly<Record<string, readonly string[]>> = {
    STOPSIGNAL: signals,
    EXPOSE: ports,
    USER: ["root", "nobody", "nonroot", "1000:1000"],
    HEALTHCHECK: ["CMD", "NONE"],
    SHELL: ['["/bin/bash", "-o", "pipefail", "-c"]', '["powershell", "-Command"]'],
  };
  const { keyword } = instruction;
  if (keyword === "FROM") return baseImages(request);
  if (keyword === "COPY" || keyword === "ADD")
    return [...workdirs(request), ...completePaths(document, instruction, span, context)];
  if (keyword === "ARG" && document.stageOf(instruction))
    return [
      ...platformArgs.keys(),
      ...document.globalArgs.flatMap(({ pairs }) => pairs.map(({ key }) => key.text)),
    ].map((name) => item(name, span, CompletionItemKind.Variable));
  const isFirst = plainWords(request).length === 0;
  return isFirst || keyword === "EXPOSE"
    ? (simple[keyword] ?? []).map((value) => item(value, span))
    : [];
}

/** Folders of the image that WORKDIR has named, the newest one: a destination. */
function workdirs(request: Request): readonly Completion[] {
  const { document, instruction, span, typed } = request;
  if (plainWords(request).length === 0) return [];
  const own = document.stageOf(instruction)?.instructions ?? [];
  const last = own.findLast(
    ({ keyword, index }) => keyword === "WORKDIR" && index < instruction.index,
  );
  const folder = last?.argumentText.replace(/\/*$/, "/");
  return folder?.startsWith("/") && folder.startsWith(typed)
    ? [item(folder, span, CompletionItemKind.Folder)]
    : [];
}

function baseImages(request: Request): readonly Completion[] {
  const { context, span } = request;
  const words = plainWords(request);
  if (words.length === 1)
    return [{ ...item("AS", span, CompletionItemKind.Keyword), insert: "AS " }];
  if (words.length > 1) return [];
  const local = context.host.engine?.images() ?? [];
  const known = wellKnownImages.filter((name) => !local.includes(name));
  return [
    ...stageNames(request, span),
    ...local.map((name) => ({
      ...item(name, span, CompletionItemKind.Module),
      detail: t("local image"),
    })),
    ...known.map((name) => item(name, span, CompletionItemKind.Module)),
    item("scratch", span, CompletionItemKind.Module),
  ];
}
