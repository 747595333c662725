// Refactorings: the same image, said in another way. Each is offered only where it can be done
// without changing what the build does.
import { t } from "../../l10n.ts";
import type { FeatureContext, Refactoring } from "../../language.ts";
import type { Edit } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { runsOf } from "../model/run-commands.ts";
import { canBeJoined, jointBehind } from "../rules/parts/edits.ts";
import { secretMount } from "../rules/parts/secrets.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { isPlain, toJson } from "../syntax/json-form.ts";
import { splitReference } from "../syntax/references.ts";
import { lineAbove, lineEnd } from "../whole-lines.ts";
import { cacheMounts } from "./cache-mounts.ts";
import { rewrite } from "./rewrite.ts";

/** Quoted text, or the blanks that joined lines leave. */
const BLANKS = /("(?:[^"\\]|\\.)*"|'[^']*')|\s{2,}/g;

export function refactorings(
  document: DockerfileDocument,
  span: Span,
  context: FeatureContext,
): readonly Refactoring[] {
  const instruction = document.instructionAt(span.start);
  if (!instruction) return [];
  return [
    ...otherForm(document, instruction),
    ...toHeredoc(document, instruction),
    ...fromHeredoc(document, instruction),
    ...mergeRuns(document, instruction, span),
    ...extractStage(document, instruction),
    ...cacheMounts(document, instruction),
    ...pinDigest(document, instruction, context),
    ...secretMount(document, instruction).map(({ title, edits }) => rewrite(title, ...edits)),
  ];
}

/** Shell form to JSON form, and back. */
function otherForm(
  document: DockerfileDocument,
  { keyword, json, heredocs, argumentText, argumentSpan }: Instruction,
) {
  if (!/^(?:CMD|ENTRYPOINT|RUN)$/.test(keyword) || heredocs.length > 0 || argumentText === "")
    return [];
  // Comments between the lines would be lost.
  if (/^[ \t]*#/m.test(document.slice(argumentSpan))) return [];
  if (!json)
    return isPlain(argumentText)
      ? [
          rewrite(t("Write as JSON"), {
            ...argumentSpan,
            newText: toJson(argumentText.split(/\s+/)),
          }),
        ]
      : [];
  const [program = "", flag, script, ...more] = json.map(({ text }) => text);
  if (/^\/bin\/sh$/.test(program) && flag === "-c" && script && more.length === 0)
    return [rewrite(t("Write in shell form"), { ...argumentSpan, newText: script })];
  const words = json.map(({ text }) => text);
  if (
    words.length === 0 ||
    program.startsWith("--") ||
    !words.every((word) => word !== "" && !/\s/.test(word) && isPlain(word))
  )
    return [];
  return [rewrite(t("Write in shell form"), { ...argumentSpan, newText: words.join(" ") })];
}

/** `a && b && c` to a heredoc with one command a line. */
function toHeredoc(document: DockerfileDocument, instruction: Instruction) {
  // A continuation at the end of the file would follow the closing line.
  const { start } = instruction.argumentSpan;
  const span = { start, end: Math.max(instruction.argumentSpan.end, instruction.span.end) };
  const run = runsOf(document).find((one) => one.instruction === instruction);
  if (!run || run.exec || run.heredoc || run.script.broken || instruction.onbuild) return [];
  if (/#|\bEOF\b/.test(document.slice(span))) return [];
  const outer = run.commands.filter(({ depth, substituted }) => depth === 0 && !substituted);
  if (
    outer.length < 2 ||
    outer.length !== run.commands.filter(({ substituted }) => !substituted).length
  )
    return [];
  if (outer.slice(0, -1).some(({ after }) => after !== "&&")) return [];
  const lines = outer.map(({ start, end }) =>
    run.script.text.slice(start, end).replace(BLANKS, (_, quoted?: string) => quoted ?? " "),
  );
  const newLine = lineEnd(document);
  // Without set -e a heredoc goes on after a failure, as `&&` does not.
  const newText = ["<<EOF", "set -e", ...lines, "EOF"].join(newLine);
  return [rewrite(t("Write as a heredoc"), { ...span, newText })];
}

/** A heredoc of simple lines to a chain. */
function fromHeredoc(
  document: DockerfileDocument,
  { argumentText, heredocs, argumentsStart, cooked, fullSpan, escape: sign }: Instruction,
) {
  const [heredoc] = heredocs;
  if (!heredoc?.closer || heredocs.length > 1 || !/^<<-?["']?\w+["']?$/.test(argumentText))
    return [];
  const lines = document
    .slice(heredoc.body)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "set -e" && line !== "set -ex");
  // A line that goes on, a comment or a structure would be torn apart.
  const simple = lines.every(
    (line) =>
      !/[\\#]|^(?:if|for|while|case|then|else|fi|do|done|esac|[{}()])\b|[{(|&;]$|<</.test(line),
  );
  if (lines.length === 0 || !simple) return [];
  const newText = lines.join(` ${sign}${lineEnd(document)}    && `);
  const { start } = cooked.span(argumentsStart, argumentsStart + 1);
  return [rewrite(t("Write as a chain of &&"), { start, end: fullSpan.end, newText })];
}

/** The RUNs of a selection, or the one at the cursor and the next, to one. */
function mergeRuns(document: DockerfileDocument, first: Instruction, { end }: Span) {
  const chosen = [first];
  for (let index = first.index + 1; ; index++) {
    const next = document.instructions[index];
    if (next?.keyword !== "RUN" || (chosen.length > 1 && next.span.start > end)) break;
    chosen.push(next);
  }
  const flags = ({ flags: all }: Instruction) => all.map((flag) => document.slice(flag)).join(" ");
  if (first.keyword !== "RUN" || chosen.length < 2) return [];
  if (chosen.some((run) => run.json || run.heredocs.length > 0 || flags(run) !== flags(first)))
    return [];
  const edits: Edit[] = [];
  for (const [place, run] of chosen.slice(1).entries()) {
    const before = chosen[place];
    if (!before || document.text.slice(before.span.end, run.span.start).trim() !== "") return [];
    if (!canBeJoined(before.argumentText)) return [];
    const joint = jointBehind(before.argumentText);
    const newText = ` ${first.escape}${lineEnd(document)}    ${joint}`;
    edits.push({ start: before.span.end, end: run.argumentSpan.start, newText });
  }
  return [rewrite(t("Join {0} RUNs", chosen.length), ...edits)];
}

/** What stands above in the stage becomes a stage that others can build on. */
function extractStage(
  document: DockerfileDocument,
  instruction: Instruction,
): readonly Refactoring[] {
  const stage = document.stageOf(instruction);
  if (!stage || instruction.index < stage.from.index + 2 || !stage.base) return [];
  const taken = new Set(document.stages.map(({ name }) => name?.text.toLowerCase()));
  let name = "base";
  for (let number = 2; taken.has(name); number++) name = `base${number}`;
  const own = stage.name ? ` AS ${stage.name.text}` : "";
  const newText = `FROM ${name}${own}`;
  const { end } = stage.base;
  return [
    {
      title: t("Turn everything above into a stage"),
      kind: "refactor.extract",
      edits: [
        { start: end, end: stage.from.span.end, newText: ` AS ${name}` },
        lineAbove(document, instruction, newText),
      ],
    },
  ];
}

/** The digest that the local engine has for the image. */
function pinDigest(
  document: DockerfileDocument,
  { keyword, index }: Instruction,
  { host }: FeatureContext,
) {
  const stage =
    keyword === "FROM" ? document.stages.find(({ from }) => from.index === index) : undefined;
  const base = stage?.base;
  if (!base || stage.parent || /[$@]/.test(base.text) || base.text === "scratch") return [];
  const digest = host.engine?.imageFacts(base.text)?.digest;
  const [, hash] = /(sha256:[0-9a-f]{64})$/.exec(digest ?? "") ?? [];
  if (!hash) return [];
  const { name, tag = "latest" } = splitReference(base.text);
  const newText = `${name}:${tag}@${hash}`;
  return [
    rewrite(t("Pin to the digest that the engine has"), {
      start: base.start,
      end: base.end,
      newText,
    }),
  ];
}
