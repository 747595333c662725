// What the rules about shell text share: which scripts they read, which variables are known there,
// and when ShellCheck itself speaks instead of them.
import type { Host, ShellFinding } from "../../../host.ts";
import type { RuleContext } from "../../../lint/rule.ts";
import { baseOf } from "../../model/bases.ts";
import { chainOf } from "../../model/chain.ts";
import type { DockerfileDocument } from "../../model/document.ts";
import { type RunScript, runsOf } from "../../model/run-commands.ts";
import { stateAt } from "../../model/scopes.ts";
import type { Stage } from "../../model/stages.ts";
import type { Expansion, Word } from "../../shell/syntax.ts";
import type { Instruction } from "../../syntax/instruction.ts";

/** Builtins whose arguments may be assignments, in which nothing is split. */
export const declaring: ReadonlySet<string> = new Set([
  "export",
  "declare",
  "local",
  "readonly",
  "typeset",
]);

const proxies: ReadonlySet<string> = new Set(
  ["HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY"].flatMap((name) => [
    name,
    name.toLowerCase(),
  ]),
);
const reading: ReadonlySet<string> = new Set(["read", "getopts"]);

/** The scripts that the own shell rules read: whole ones, as long as ShellCheck has not answered. */
export function scriptsToCheck(
  document: DockerfileDocument,
  { host }: RuleContext,
): readonly RunScript[] {
  const scripts = document.deriveHere(readableScripts);
  if (!host.shellcheck?.available) return scripts;
  return scripts.filter((run) => askShellCheck(document, run, host) === undefined);
}

function readableScripts(document: DockerfileDocument): readonly RunScript[] {
  return document.deriveHere(posixScripts).filter(({ script }) => script.broken === undefined);
}

/** The scripts that a POSIX shell runs, as far as the file tells. Use `document.derive`. */
export function posixScripts(document: DockerfileDocument): readonly RunScript[] {
  return runsOf(document).filter(
    ({ instruction, exec, commands }) =>
      !exec &&
      (document.escape === "\\" || isOnLinux(document, instruction)) &&
      !commands.some(({ name }) => /^(?:powershell|pwsh|cmd)(?:\.exe)?$/i.test(name)),
  );
}

/** Backticks continue lines in files for Windows, where cmd runs what SHELL does not name. */
function isOnLinux(document: DockerfileDocument, instruction: Instruction): boolean {
  if (stateAt(document, instruction, "SHELL")) return true;
  return baseOf(document, instruction)?.family !== undefined;
}

/**
 * What ShellCheck says of a script. Its first line declares the variables of ARG and ENV, so its
 * lines are one more than the script's.
 */
export function askShellCheck(
  document: DockerfileDocument,
  run: RunScript,
  { shellcheck }: Host,
): readonly ShellFinding[] | undefined {
  if (!shellcheck?.available || run.exec) return undefined;
  const texts = document.derive(shellCheckTexts);
  const text = texts.get(run) ?? shellCheckText(document, run);
  texts.set(run, text);
  return shellcheck.check(dialect(run.shell), text);
}

function shellCheckTexts(_: DockerfileDocument): Map<RunScript, string> {
  return new Map();
}

/**
 * Only the variables that the script reads, and those whose names it may have misspelt, are
 * declared: a file may have thousands.
 */
function shellCheckText(document: DockerfileDocument, run: RunScript): string {
  const { instruction, script } = run;
  const known = declaredBefore(document, instruction);
  const names = new Set<string>();
  for (const [, name = ""] of script.text.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g))
    if (known.has(name) || proxies.has(name)) names.add(name);
    else {
      const meant = misspelt(name, [...known, ...proxies]);
      if (meant !== undefined) names.add(meant);
    }
  return `export ${["DOCKER", ...names].map((name) => `${name}=1`).join(" ")}\n${script.text}${bodiesOf(document, run)}`;
}

/** The name that another one in capitals differs from in one letter. */
export function misspelt(name: string, names: readonly string[]): string | undefined {
  return /^[A-Z][A-Z_]{4,}$/.test(name) ? names.find((known) => differ(known, name)) : undefined;
}

/** One letter is another one, and no more. */
function differ(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let different = 0;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) different++;
  return different === 1;
}

/** What a command of the script reads from heredocs: without it, the script would not end. */
function bodiesOf(document: DockerfileDocument, { instruction, heredoc }: RunScript): string {
  if (heredoc) return "";
  return instruction.heredocs
    .map(({ body, closer, delimiter }) =>
      closer ? `\n${document.slice(body).replaceAll("\r\n", "\n")}${delimiter}` : "",
    )
    .join("");
}

/** The offset of a line and column (both from 1) in a text; beyond its end, the end. */
export function offsetIn(text: string, line: number, column: number): number {
  let start = 0;
  for (let left = line; left > 1; left--) {
    const feed = text.indexOf("\n", start);
    if (feed < 0) return text.length;
    start = feed + 1;
  }
  // A column is a character, which may take two places in the text.
  let offset = start;
  for (let left = column; left > 1 && offset < text.length; left--)
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  return offset;
}

/** The name of the shell, as ShellCheck wants it. */
export function dialect([program = ""]: readonly string[]): string {
  const name = program.slice(program.lastIndexOf("/") + 1);
  return ["bash", "dash", "ksh", "ash"].includes(name) ? (name === "ash" ? "dash" : name) : "sh";
}

/**
 * The names that ARG and ENV of the stage and those below it give. An ONBUILD runs in a later
 * build, which has the variables of ENV alone. Worked out once for a stage.
 */
export function declaredBefore(
  document: DockerfileDocument,
  instruction: Instruction,
): ReadonlySet<string> {
  const known = document.derive(instruction.onbuild ? environments : declarations);
  const stage = document.stageOf(instruction);
  const names = known.get(stage) ?? namesOf(document, instruction);
  known.set(stage, names);
  return names;
}

function namesOf(document: DockerfileDocument, { index, onbuild }: Instruction): Set<string> {
  const own = document.whole.instructions[index];
  const pairs = (own ? chainOf(document, own) : [])
    .flat()
    .filter(({ keyword }) => keyword === "ENV" || (keyword === "ARG" && !onbuild))
    .flatMap((instruction) => instruction.pairs);
  return new Set(pairs.map(({ key }) => key.text));
}

function declarations(_: DockerfileDocument): Map<Stage | undefined, Set<string>> {
  return new Map();
}

function environments(_: DockerfileDocument): Map<Stage | undefined, Set<string>> {
  return new Map();
}

const assignments = new WeakMap<RunScript, ReadonlyMap<string, readonly Word[]>>();

/** The values that a script itself gives to its variables; none for what it reads or counts. */
export function assignedIn(run: RunScript): ReadonlyMap<string, readonly Word[]> {
  let known = assignments.get(run);
  if (!known) {
    known = findAssignments(run);
    assignments.set(run, known);
  }
  return known;
}

function findAssignments({ commands, script }: RunScript): ReadonlyMap<string, readonly Word[]> {
  const values = new Map<string, Word[]>();
  const learn = (name: string, ...words: Word[]) =>
    values.set(name, [...(values.get(name) ?? []), ...words]);
  for (const { name, args, assignments } of commands) {
    for (const word of declaring.has(name) ? [...assignments, ...args] : assignments) {
      const target = /^([A-Za-z_]\w*)(?:\[[^\]]*\])?\+?=/.exec(word.text)?.[1];
      if (target !== undefined) learn(target, word);
    }
    if (reading.has(name)) for (const { text } of args) learn(text);
  }
  for (const name of script.names) learn(name);
  return values;
}

/** Expansions that are split into words: outside quotes, and none that gives only a number. */
export function splitting(word: Word): readonly Expansion[] {
  return word.expansions.filter(({ quoted }) => !quoted);
}
