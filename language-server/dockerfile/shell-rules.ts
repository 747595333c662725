// What the rules about shell text share: which scripts they read, which variables are known there,
// and when ShellCheck itself speaks instead of them.
import type { RuleContext } from "../lint/rule.ts";
import { chainOf } from "./chain.ts";
import type { DockerfileDocument } from "./document.ts";
import type { Instruction } from "./instruction.ts";
import { type RunScript, runsOf } from "./run-commands.ts";
import type { Expansion, Word } from "./shell/syntax.ts";

/** Builtins whose arguments may be assignments, in which nothing is split. */
export const declaring: ReadonlySet<string> = new Set([
  "export",
  "declare",
  "local",
  "readonly",
  "typeset",
]);

const reading: ReadonlySet<string> = new Set(["read", "getopts"]);

/** The scripts that the own shell rules read: whole ones, as long as ShellCheck has not answered. */
export function scriptsToCheck(
  document: DockerfileDocument,
  { host }: RuleContext,
): readonly RunScript[] {
  return runsOf(document).filter(
    ({ exec, script, shell, commands }) =>
      !exec &&
      script.broken === undefined &&
      !commands.some(({ name }) => /^(?:powershell|pwsh|cmd)(?:\.exe)?$/i.test(name)) &&
      host.shellcheck?.check(dialect(shell), script.text) === undefined,
  );
}

/** The name of the shell, as ShellCheck wants it. */
export function dialect([program = ""]: readonly string[]): string {
  const name = program.slice(program.lastIndexOf("/") + 1);
  return ["bash", "dash", "ksh", "ash"].includes(name) ? (name === "ash" ? "dash" : name) : "sh";
}

/** The names that ARG and ENV of the stage and those below it have given before an instruction. */
export function declaredBefore(
  document: DockerfileDocument,
  { index, onbuild }: Instruction,
): ReadonlySet<string> {
  const names = new Set<string>();
  const own = document.instructions[index];
  // An ONBUILD runs in a later build, which has the variables of ENV alone.
  for (const instructions of own ? chainOf(document, own) : [])
    for (const { keyword, pairs, index: other } of instructions)
      if (other < index && (keyword === "ENV" || (keyword === "ARG" && !onbuild)))
        for (const { key } of pairs) names.add(key.text);
  return names;
}

/** The values that a script itself gives to its variables; none for what it reads or counts. */
export function assignedIn({ commands, script }: RunScript): ReadonlyMap<string, readonly Word[]> {
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
