// What a hover tells: an instruction, a flag, the value of a variable and where it comes from, a
// stage, a base image as the engine knows it.

import { t } from "../../l10n.ts";
import type { FeatureContext, Hover } from "../../language.ts";
import { shownSize } from "../../shown-size.ts";
import { type Span, touches } from "../../text.ts";
import { baseOf } from "../model/bases.ts";
import { platformArgs } from "../model/build-args.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { variableAt, variableValue } from "../model/scopes.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { instructionTable, mountTypeDocs } from "../syntax/instructions.ts";
import { parseMount } from "../syntax/mount.ts";
import { code, effectiveState } from "./effective-state.ts";
import { type Occurrence, occurrenceAt } from "./names.ts";
import { whatStarts } from "./start-command.ts";

export function hover(
  document: DockerfileDocument,
  offset: number,
  context: FeatureContext,
): Hover | undefined {
  const directive = document.directives.find(({ nameSpan }) => touches(nameSpan, offset));
  if (directive) return { span: directive.nameSpan, markdown: directiveDoc(directive.name) };
  const outer = document.instructionAt(offset);
  if (!outer) return undefined;
  const instruction = outer.trigger && !touches(outer.keywordSpan, offset) ? outer.trigger : outer;
  return (
    keywordHover(document, instruction, offset, context) ??
    flagHover(instruction, offset) ??
    mountHover(instruction, offset) ??
    nameHover(document, instruction, offset, context) ??
    imageHover(document, instruction, offset, context)
  );
}

/** Markdown for an instruction: its forms, and what it does. */
export function instructionDoc(keyword: string): string | undefined {
  const facts = instructionTable[keyword];
  if (!facts) return undefined;
  const forms = facts.forms.map((form) => `${keyword} ${form}`).join("\n");
  return `\`\`\`dockerfile\n${forms}\n\`\`\`\n${facts.doc()}`;
}

/** Markdown for a flag of an instruction. */
export function flagDoc(keyword: string, name: string): string | undefined {
  const facts = instructionTable[keyword]?.flags[name];
  if (!facts) return undefined;
  const since = facts.since
    ? `\n\n${t("Since version {0} of the Dockerfile syntax.", facts.since)}`
    : "";
  return `\`--${name}\`\n\n${facts.doc()}${since}`;
}

export function directiveDoc(name: string): string {
  if (name === "syntax")
    return t(
      "The image of the frontend that reads this file; `docker/dockerfile:1` is always the newest.",
    );
  if (name === "escape") return t("The character that escapes and continues lines: \\ or `.");
  return t("Which checks of BuildKit are skipped, and whether they stop the build.");
}

function keywordHover(
  document: DockerfileDocument,
  instruction: Instruction,
  offset: number,
  context: FeatureContext,
): Hover | undefined {
  const span = instruction.keywordSpan;
  if (!touches(span, offset)) return undefined;
  const markdown = instructionDoc(instruction.keyword);
  if (!markdown) return undefined;
  const started = whatStarts(document, instruction);
  const head = started && t("A container runs: {0}", code(started));
  const state = effectiveState(document, instruction, context).map((line) => `- ${line}`);
  const parts = [head, markdown, state.join("\n")].filter(Boolean);
  return { span, markdown: parts.join("\n\n") };
}

function flagHover({ flags, keyword }: Instruction, offset: number): Hover | undefined {
  const flag = flags.find(({ nameSpan }) => touches(nameSpan, offset));
  const markdown = flag && flagDoc(keyword, flag.name);
  return flag && markdown ? { span: flag.nameSpan, markdown } : undefined;
}

/** The kind of a mount: `type=cache`. */
function mountHover(instruction: Instruction, offset: number): Hover | undefined {
  if (instruction.keyword !== "RUN") return undefined;
  const span = instruction.flags
    .filter(({ name, start, end }) => name === "mount" && touches({ start, end }, offset))
    .flatMap((flag) => parseMount(instruction, flag))
    .find((field) => field.key === "type" && touches(field, offset));
  const doc = mountTypeDocs[span?.value ?? ""];
  return span && doc ? { span: { start: span.start, end: span.end }, markdown: doc() } : undefined;
}

function nameHover(
  document: DockerfileDocument,
  instruction: Instruction,
  offset: number,
  context: FeatureContext,
): Hover | undefined {
  const found = occurrenceAt(document, offset);
  if (found?.kind === "variable")
    return variableHover(document, found) ?? variableOfImage(document, found, context);
  if (found?.kind !== "stage") return undefined;
  const stage = document.stages.find(({ index }) => found.key === `stage ${index}`);
  const base = stage?.base?.text ?? "";
  const markdown = `${t("Stage {0}, built on {1}.", found.name, base)}`;
  return instruction ? { span: spanOf(found), markdown } : undefined;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

function variableHover(
  document: DockerfileDocument,
  { name, instruction, declares, start, end }: Occurrence,
): Hover | undefined {
  const span = { start, end };
  const variable = declares ? undefined : variableAt(document, instruction, name);
  const pair = declares ? instruction.pairs.find(({ key }) => key.start === start) : undefined;
  const kind =
    instruction.keyword === "ENV" ? "env" : document.stageOf(instruction) ? "arg" : "global";
  const meant = variable ?? (pair && ({ name, kind, instruction, pair } as const));
  if (!meant) {
    const value = platformArgs.get(name);
    if (value === undefined) return undefined;
    return {
      span,
      markdown: t("{0} is set by BuildKit, for example to `{1}`.", `\`${name}\``, value),
    };
  }
  const value = variableValue(document, meant);
  const line = document.lines.lineAt(meant.instruction.span.start) + 1;
  const origin = t("{0} on line {1}", meant.instruction.keyword, line);
  const shown =
    value === undefined ? t("has no value without a build argument") : `= ${code(value)}`;
  return { span, markdown: `\`${name}\` ${shown}\n\n${origin}` };
}

/** A variable that the file does not set but the base image does. */
function variableOfImage(
  document: DockerfileDocument,
  { name, instruction, start, end }: Occurrence,
  { host }: FeatureContext,
): Hover | undefined {
  const base = baseOf(document, instruction);
  const value = base && host.engine?.imageFacts(base.word.text)?.env[name];
  if (!base || value === undefined) return undefined;
  const markdown = `\`${name}\` = ${code(value)}\n\n${t("ENV of the image {0}", base.word.text)}`;
  return { span: { start, end }, markdown };
}

function imageHover(
  document: DockerfileDocument,
  instruction: Instruction,
  offset: number,
  { host }: FeatureContext,
): Hover | undefined {
  const base = document.stageOf(instruction)?.base;
  if (instruction.keyword !== "FROM" || !base || !touches(base, offset)) return undefined;
  const facts = host.engine?.imageFacts(base.text);
  if (!facts) return undefined;
  const started = [...(facts.entrypoint ?? []), ...(facts.command ?? [])];
  const variables = Object.entries(facts.env)
    .filter(([name]) => name !== "PATH")
    .map((pair) => pair.join("="));
  const rows = [
    t("Size: {0}", shownSize(facts.size)),
    facts.user && t("User: {0}", facts.user),
    facts.workdir && t("Working directory: {0}", facts.workdir),
    facts.exposed.length > 0 && t("Ports: {0}", facts.exposed.join(", ")),
    started.length > 0 && t("A container runs: {0}", code(started.join(" "))),
    variables.length > 0 && t("Variables: {0}", variables.map(code).join(", ")),
    facts.digest && t("Digest: {0}", facts.digest),
  ];
  return {
    span: { start: base.start, end: base.end },
    markdown: [`\`${base.text}\``, ...rows.filter(Boolean).map((row) => `- ${row}`)].join("\n"),
  };
}
