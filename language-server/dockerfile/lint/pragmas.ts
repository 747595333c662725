// Which findings a Dockerfile silences itself: `# hadolint ignore=`, `# check=skip=` and
// `# dockerfile-utils: ignore`. Knows comments and places, no rule.
import { buildkitChecks } from "../../lint/buildkit-checks-table.ts";
import type { Finding } from "../../lint/rule.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { firstIndex } from "../syntax/edit.ts";
import type { Comment } from "../syntax/scan.ts";

/** A stretch in which some codes, or `all`, are silent. */
interface Silence extends Span {
  readonly codes: ReadonlySet<string>;
  readonly family: "hadolint" | "buildkit" | "directive" | "any";
}

/** What `# check=…` says. */
export interface CheckDirective {
  readonly skip: ReadonlySet<string>;
  readonly experimental: ReadonlySet<string>;
  readonly error: boolean;
}

const HADOLINT =
  /^\s*hadolint\s+(?:(global|stage)\s+)?ignore\s*=\s*([DLSC0-9]+(?:\s*,\s*[DLSC0-9]+)*)\s*(?:#.*)?$/;
const CHECK = /^\s*check\s*=\s*(\S.*)$/;
const UTILS = /^\s*dockerfile-utils:\s*ignore\s*$/;

/** The `# check=` directive of the file, which begins in the first column. Use `document.derive`. */
export function checkDirective({ directives, text }: DockerfileDocument): CheckDirective {
  const directive = directives.find(({ name, start }) => name === "check" && text[start] === "#");
  return readCheck(directive?.value ?? "");
}

/** The fields of `# check=`: parted by semicolons, and text behind a blank is a remark. */
export function checkFields(value: string): readonly string[] {
  return value === "" ? [] : (value.split(/\s/, 1)[0] ?? "").split(";");
}

function readCheck(value: string): CheckDirective {
  const lists = { skip: NO_CODES, experimental: NO_CODES };
  let error = false;
  for (const field of checkFields(value)) {
    const equals = field.indexOf("=");
    const [name, list] = [field.slice(0, Math.max(equals, 0)), field.slice(equals + 1)];
    if (name === "error") error = /^(?:1|t|T|true|True|TRUE)$/.test(list);
    // Once all are named, no list takes that back.
    else if ((name === "skip" || name === "experimental") && !lists[name].has("all"))
      lists[name] = checkCodes(list);
  }
  return { ...lists, error };
}

const NO_CODES: ReadonlySet<string> = new Set();

/** `all` means all where it stands alone. */
function checkCodes(list: string): ReadonlySet<string> {
  return list === "all"
    ? new Set(["all"])
    : new Set([...codeSet(list)].filter((one) => one !== "all"));
}

function codeSet(list: string | undefined): ReadonlySet<string> {
  return new Set(
    (list ?? "")
      .split(",")
      .map((code) => code.trim())
      .filter(Boolean),
  );
}

/** The stretches that comments silence. Use `document.derive`. */
export function silences(document: DockerfileDocument): readonly Silence[] {
  const { comments, text } = document;
  const found: Silence[] = [];
  const { skip } = document.derive(checkDirective);
  if (skip.size > 0) found.push({ start: 0, end: text.length, codes: skip, family: "directive" });
  const directives = new Set(document.directives.map(({ start }) => start));
  for (const comment of comments.filter(mayBePragma)) {
    if (directives.has(comment.start)) continue;
    found.push(...hadolintSilence(document, comment.text, comment.end));
    const check = CHECK.exec(comment.text);
    if (check?.[1]) found.push(...nextInstruction(document, comment.end, readCheck(check[1]).skip));
    if (UTILS.test(comment.text))
      found.push(...nextInstruction(document, comment.end, new Set(["all"]), "any"));
  }
  return found;
}

function mayBePragma({ text }: Comment): boolean {
  return text.includes("ignore") || text.includes("check");
}

function hadolintSilence(document: DockerfileDocument, text: string, end: number): Silence[] {
  const match = HADOLINT.exec(text);
  if (!match) return [];
  const codes = codeSet(match[2]);
  const family = "hadolint";
  if (match[1] === "global") return [{ start: 0, end: document.text.length, codes, family }];
  const next = instructionAfter(document, end);
  if (!next) return [];
  if (match[1] === "stage") {
    const stage = document.stageOf(next);
    const last = stage?.instructions.at(-1) ?? next;
    return [{ start: next.span.start, end: last.fullSpan.end, codes, family }];
  }
  // Only the line directly below counts.
  const between = document.text.slice(end, next.span.start);
  return /\n[\s\S]*\n/.test(between) ? [] : [{ ...next.fullSpan, codes, family }];
}

function nextInstruction(
  document: DockerfileDocument,
  end: number,
  codes: ReadonlySet<string>,
  family: Silence["family"] = "buildkit",
): Silence[] {
  const next = instructionAfter(document, end);
  if (!next || codes.size === 0) return [];
  const onlyComments = document.text
    .slice(end, next.span.start)
    .split("\n")
    .slice(1, -1)
    .every((line) => line.trim().startsWith("#"));
  return onlyComments ? [{ ...next.fullSpan, codes, family }] : [];
}

function instructionAfter({ instructions }: DockerfileDocument, offset: number) {
  const index = firstIndex(
    0,
    instructions.length,
    (at) => (instructions[at]?.begin ?? 0) >= offset,
  );
  return instructions[index];
}

/** Whether a name of a finding is silenced. */
export type Silenced = (name: string) => boolean;

/** The stretches in which a name is silent, which most are nowhere. Use `document.derive`. */
export function silencesByName(document: DockerfileDocument): (name: string) => readonly Silence[] {
  const all = document.derive(silences);
  const known = new Map<string, readonly Silence[]>();
  return (name) => {
    let found = known.get(name);
    if (!found) {
      found = all.filter((silence) => speaksOf(silence, name));
      known.set(name, found);
    }
    return found;
  };
}

/** Which names the comments of the file silence at the place of a finding. */
export function silencedAt(document: DockerfileDocument, { start }: Finding): Silenced {
  const silencesOf = document.derive(silencesByName);
  let place: number | undefined;
  const isHere = (silence: Silence) => {
    // hadolint counts a finding to the instruction it stands in.
    place ??= document.instructionAt(start)?.span.start ?? start;
    return silence.start <= place && place <= silence.end;
  };
  return (name) => silencesOf(name).some(isHere);
}

/**
 * What is left of a finding: nothing, or fewer names. Each linter's comments speak of its own
 * names, so a fault that BuildKit and hadolint know stays as long as BuildKit reports it.
 */
export function unsilenced(finding: Finding, isSilent: Silenced): Finding | undefined {
  const { code, severity } = finding;
  const fewer = finding.aliases.some(isSilent);
  // What the build refuses is refused whatever a comment says.
  const stays = severity === "error" || !(isSilent(code) || (fewer && !buildkitChecks.has(code)));
  if (!stays) return undefined;
  return fewer
    ? { ...finding, aliases: finding.aliases.filter((name) => !isSilent(name)) }
    : finding;
}

function speaksOf({ codes, family }: Silence, name: string): boolean {
  // Who asks for an experimental check gets it.
  if (family === "directive" && buildkitChecks.get(name)?.experimental) return false;
  if (codes.has(name)) return true;
  return codes.has("all") && (family === "any" || !HADOLINT_NAME.test(name));
}

const HADOLINT_NAME = /^(?:DL|SC)\d{4}$/;
