// The shape of a Dockerfile for the editor: outline, folds, selections, semantic tokens, lenses.
import { SymbolKind } from "vscode-languageserver-types";
import { t } from "../../l10n.ts";
import type { FeatureContext, Fold, Lens, SymbolNode, Token } from "../../language.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Stage } from "../model/stages.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { occurrences } from "./names.ts";

/** Directives, then what stands before the first stage, then stages with their instructions. */
export function symbols(document: DockerfileDocument): readonly SymbolNode[] {
  const directives = document.directives.map(({ start, end, name, nameSpan, value }) => ({
    name,
    detail: value,
    kind: SymbolKind.Property,
    span: { start, end },
    nameSpan,
  }));
  const free = document.instructions
    .filter((one) => !document.stageOf(one))
    .map((one) => instructionSymbol(one));
  return [...directives, ...free, ...document.stages.map(stageSymbol)];
}

function stageSymbol({ from, name, base, instructions }: Stage): SymbolNode {
  const last = instructions.at(-1) ?? from;
  return {
    ...instructionSymbol(from),
    kind: SymbolKind.Class,
    detail: [base?.text, name && `AS ${name.text}`].filter(Boolean).join(" "),
    span: { start: from.span.start, end: last.fullSpan.end },
    children: instructions.map(instructionSymbol),
  };
}

/** As much of an instruction as an outline shows. */
const detailLength = 60;

function instructionSymbol(instruction: Instruction): SymbolNode {
  const { argumentText } = instruction;
  const detail = argumentText.slice(0, 4 * detailLength).replace(/\s+/g, " ");
  return {
    name: instruction.keyword,
    kind: SymbolKind.Function,
    span: instruction.fullSpan,
    nameSpan: instruction.keywordSpan,
    ...(detail ? { detail: detail.slice(0, detailLength) } : {}),
  };
}

/** Stages, by their name or their image, with the variables that they declare. */
export function names(document: DockerfileDocument): readonly SymbolNode[] {
  const variables = document.globalArgs.flatMap(declared);
  const stages = document.stages.map((stage): SymbolNode => {
    const { from, name, base, instructions } = stage;
    const { start, end } = name ?? base ?? from.keywordSpan;
    return {
      ...stageSymbol(stage),
      name: name?.text ?? base?.text ?? from.keyword,
      nameSpan: { start, end },
      children: instructions
        .filter(({ keyword }) => keyword === "ARG" || keyword === "ENV")
        .flatMap(declared),
    };
  });
  return [...variables, ...stages];
}

function declared({ pairs, fullSpan }: Instruction): readonly SymbolNode[] {
  return pairs.map(({ key: { text, start, end } }) => ({
    name: text,
    kind: SymbolKind.Variable,
    span: fullSpan,
    nameSpan: { start, end },
  }));
}

/** Runs of comments, instructions over several lines, and heredocs. */
export function folds(document: DockerfileDocument): readonly Fold[] {
  const { lines } = document;
  const found: Fold[] = [];
  const add = (fold: Fold) => {
    if (lines.lineAt(fold.start) < lines.lineAt(fold.end)) found.push(fold);
  };
  let run: Span | undefined;
  const head = document.directives.at(-1)?.end ?? -1;
  for (const comment of document.comments.filter(({ start }) => start > head)) {
    const joins = run && lines.lineAt(comment.start) === lines.lineAt(run.end) + 1;
    if (run && !joins) add({ ...run, kind: "comment" });
    run = { start: joins && run ? run.start : comment.start, end: comment.end };
  }
  if (run) add({ ...run, kind: "comment" });
  for (const { span, heredocs } of document.instructions) {
    add({ start: span.start, end: span.end });
    for (const { opener, closer, body } of heredocs)
      add({ start: opener.start, end: closer?.end ?? body.end });
  }
  return found;
}

/** Word, arguments, instruction, stage, file. */
export function selections(document: DockerfileDocument, offset: number): readonly Span[] {
  const holds = ({ start, end }: Span) => start <= offset && offset <= end;
  const instruction = document.instructionAt(offset);
  const whole = { start: 0, end: document.text.length };
  if (!instruction) return [whole];
  const stage = document.stageOf(instruction);
  const spans: Span[] = [
    ...instruction.words,
    ...instruction.flags,
    instruction.argumentSpan,
    ...instruction.heredocs.map(({ body }) => body),
    instruction.span,
    instruction.fullSpan,
    ...(stage
      ? [
          {
            start: stage.from.span.start,
            end: (stage.instructions.at(-1) ?? stage.from).fullSpan.end,
          },
        ]
      : []),
    whole,
  ];
  const nested: Span[] = [];
  for (const { start, end } of spans
    .filter(holds)
    .sort((a, b) => a.end - a.start - b.end + b.start)) {
    const inner = nested.at(-1);
    if (
      !inner ||
      (start <= inner.start && end >= inner.end && end - start > inner.end - inner.start)
    )
      nested.push({ start, end });
  }
  return nested;
}

/** One pass over directives, comments, instructions and names. */
export function tokens(document: DockerfileDocument): readonly Token[] {
  const found: Token[] = [];
  for (const { nameSpan, valueSpan } of document.directives)
    found.push({ ...nameSpan, type: "macro" }, { ...valueSpan, type: "string" });
  for (const { start, end } of document.comments) found.push({ start, end, type: "comment" });
  for (const instruction of document.instructions) {
    found.push({ ...instruction.keywordSpan, type: "keyword" });
    const inner = instruction.trigger;
    if (inner) found.push({ ...inner.keywordSpan, type: "keyword" });
    for (const { nameSpan } of (inner ?? instruction).flags)
      found.push({ ...nameSpan, type: "parameter" });
  }
  for (const { as } of document.stages)
    if (as) found.push({ start: as.start, end: as.end, type: "keyword" });
  const types = { stage: "class", variable: "variable", heredoc: "namespace" } as const;
  for (const { start, end, kind, declares } of document.derive(occurrences))
    found.push({
      start,
      end,
      type: types[kind],
      ...(declares ? { modifiers: ["declaration" as const] } : {}),
    });
  return found;
}

/** Build and Run above the stages, unless they are switched off. */
export function lenses(
  document: DockerfileDocument,
  { uri, settings }: FeatureContext,
): readonly Lens[] {
  const { build = true, run = true } = settings.codeLens ?? {};
  const found: Lens[] = [];
  const last = document.stages.at(-1);
  for (const stage of document.stages) {
    const { start, end } = stage.from.keywordSpan;
    const target = stage.name?.text ?? String(stage.index);
    if (build && stage === last)
      found.push({
        start,
        end,
        title: t("Build"),
        command: "dockwright.images.build",
        arguments: [uri],
      });
    else if (build)
      found.push({
        start,
        end,
        title: t("Build to this stage"),
        command: "dockwright.images.build",
        arguments: [uri, target],
      });
    if (run && stage === last)
      found.push({
        start,
        end,
        title: t("Run"),
        command: "dockwright.images.runDockerfile",
        arguments: [uri],
      });
  }
  return found;
}
