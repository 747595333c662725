// What the rules about package managers share: unpinned packages, and caches left in a layer.
import { t } from "../../../l10n.ts";
import type { Report } from "../../../lint/rule.ts";
import type { DockerfileDocument } from "../../model/document.ts";
import { commandsOf, mountsCache, type RunCommand } from "../../model/run-commands.ts";
import type { Stage, Stages } from "../../model/stages.ts";
import { hasWord, operands } from "../../shell/arguments.ts";
import type { Word } from "../../shell/syntax.ts";
import type { Instruction } from "../../syntax/instruction.ts";
import { unquote } from "../../syntax/words.ts";
import { appendCommand } from "./edits.ts";

/**
 * Reports the packages of a command that name no version, together as one finding. `sign` parts a
 * name from its version.
 */
export function reportUnpinned(
  command: RunCommand,
  packages: readonly Word[],
  sign: string,
  report: Report,
): void {
  const [first] = packages;
  const last = packages.at(-1);
  if (first === undefined || last === undefined) return;
  const names = packages.slice(0, 3).map(({ text }) => text);
  if (packages.length > names.length) names.push("…");
  report(
    command.run.span({ start: first.start, end: last.end }),
    t(
      "Without a version, each build may install a different one: {0}. Write {1}.",
      names.join(", "),
      `${unquote(first.text).replace(/@(?:latest|none)$/, "")}${sign}<version>`,
    ),
  );
}

/** Stages whose layers stay: the last one, and those that others build on. Use `document.deriveFromStages`. */
export function keptStages({ stages }: Stages): ReadonlySet<Stage> {
  const kept = new Set<Stage>();
  const last = stages.at(-1);
  if (last) kept.add(last);
  for (const { parent } of stages) if (parent) kept.add(parent);
  return kept;
}

/** What apt and its kin need the package lists for. */
export const aptVerbs: readonly string[] = [
  ...["install", "upgrade", "dist-upgrade", "full-upgrade", "build-dep", "download", "source"],
];

/** Programs that install packages of Python. */
export const pipPrograms: readonly string[] = [
  "pip",
  "pipx",
  "python",
  ...["2", "2.7", "3", ...Array.from({ length: 15 }, (_, minor) => `3.${minor + 1}`)].flatMap(
    (version) => [`pip${version}`, `python${version}`],
  ),
];

/** The words behind `pip install`, or `undefined` for another call. */
export function pipArguments(command: RunCommand): readonly Word[] | undefined {
  const { args, name } = command;
  if (name.startsWith("python")) {
    const module = args.findIndex(
      ({ text }, index) => text === "-m" && args[index + 1]?.text === "pip",
    );
    if (module < 0) return undefined;
  }
  const install = args.findIndex(({ text }) => text === "install");
  return install < 0 ? undefined : args.slice(install + 1);
}

/** How a package manager's cache gets into a layer, and out of it. */
export interface CacheHabits {
  readonly programs: readonly string[];
  readonly verbs: readonly string[];
  readonly cleans: readonly string[];
  /** What `rm -rf` of it cleans, too. */
  readonly folder: string;
  /** Mounts that keep the cache out of the layer. */
  readonly mounts: readonly string[];
  readonly fix: string;
  readonly message: string;
}

/** Reports installs after which the same RUN does not clean the cache. */
export function reportUnclean(
  document: DockerfileDocument,
  report: Report,
  habits: CacheHabits,
): void {
  const { programs, verbs, cleans, folder, mounts, fix, message } = habits;
  for (const command of commandsOf(document, ...programs)) {
    if (!hasWord(command, ...verbs) || hasWord(command, ...cleans)) continue;
    const { run } = command;
    if (mountsCache(run.instruction, ...mounts)) continue;
    const cleaned = run.commands.some(
      (other) =>
        other.start > command.start &&
        ((other.name === command.name && hasWord(other, ...cleans)) ||
          (other.name === "rm" && other.args.some(({ text }) => text.startsWith(folder)))),
    );
    const named = fix.replace(/^\S+/, command.name);
    if (!cleaned) report(run.span(command), message, { fixes: () => [appendCommand(run, named)] });
  }
}

/** Packages of yum and dnf without a version (`name-1.2`), and modules without a stream. */
export function unpinnedRpms(
  document: DockerfileDocument,
  command: RunCommand,
  verbs: readonly string[],
): readonly Word[] {
  if (!hasWord(command, ...verbs) || hasWord(command, "group", "groups")) return [];
  const module = hasWord(command, "module");
  return operands(command).filter(({ text }) => {
    if (verbs.includes(text) || text === "module") return false;
    if (module) return !text.includes(":");
    return !/-\d|\.rpm$|^(?:https?|ftp):/.test(expand(document, command.run.instruction, text));
  });
}

/** Puts in the values that ARG and ENV of the file give; scopes are taken generously. */
export function expand(
  document: DockerfileDocument,
  instruction: Instruction,
  text: string,
): string {
  if (!text.includes("$")) return text;
  const { args, envs } = document.derive(knownValues);
  const stage = document.stageOf(instruction);
  return text.replace(/\$\{?(\w+)\}?/g, (whole, name: string) => {
    for (let current = stage; current && !args.has(name); current = current.parent) {
      const value = envs.get(current)?.get(name);
      if (value !== undefined) return value;
    }
    return args.get(name) ?? envs.get(undefined)?.get(name) ?? whole;
  });
}

/** Every value that an ARG of the file gives, and those of ENV by stage. */
function knownValues(document: DockerfileDocument) {
  const args = new Map<string, string>();
  const envs = new Map<Stage | undefined, Map<string, string>>();
  const learn = (values: Map<string, string>, { pairs }: Instruction) => {
    for (const { key, value } of pairs) if (value) values.set(key.text, unquote(value.text));
  };
  for (const env of document.byKeyword("ENV")) {
    const owner = document.stageOf(env);
    const values = envs.get(owner) ?? new Map<string, string>();
    envs.set(owner, values);
    learn(values, env);
  }
  // An ARG ends with its stage, but a default from anywhere shows that the version is named.
  for (const arg of document.byKeyword("ARG")) learn(args, arg);
  return { args, envs };
}
