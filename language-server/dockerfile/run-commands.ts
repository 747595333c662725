// The commands of all RUN instructions, each script read once and kept by program name, so that
// a rule about `apt-get` looks only at the calls of `apt-get`.
import type { Span } from "../text.ts";
import type { DockerfileDocument } from "./document.ts";
import type { Instruction } from "./instruction.ts";
import { parseMount } from "./mount.ts";
import { readShell } from "./shell/cache.ts";
import type { Command, Script, Word } from "./shell/syntax.ts";
import { isForeign, shellOf } from "./shell-state.ts";

/** A script that a RUN runs: its arguments, or the body of its heredoc. */
export interface RunScript {
  readonly instruction: Instruction;
  readonly script: Script;
  readonly commands: readonly RunCommand[];
  /** JSON form: no shell reads it. */
  readonly exec: boolean;
  /** The body of a heredoc. */
  readonly heredoc: boolean;
  readonly shell: readonly string[];
  /** Where a stretch of the script stands in the file. */
  span(stretch: Span): Span;
}

export interface RunCommand extends Command {
  readonly run: RunScript;
}

const NONE: readonly RunCommand[] = [];
const openersOnly = /^(?:\s*\d*<<-?\s*(?:"[^"]*"|'[^']*'|[^\s"'<>|&;]+))+\s*$/;
const shebang = /^\s*#!\s*(?:\/usr\/bin\/env\s+(?:-\S+\s+)*)?(\S+)/;

interface RunIndex {
  readonly runs: readonly RunScript[];
  readonly byProgram: ReadonlyMap<string, readonly RunCommand[]>;
}

/** The scripts of all RUNs, those of ONBUILD too, in the order of the file. */
export function runsOf(document: DockerfileDocument): readonly RunScript[] {
  return document.derive(indexRuns).runs;
}

/** The calls of some programs. */
export function commandsOf(
  document: DockerfileDocument,
  ...programs: readonly string[]
): readonly RunCommand[] {
  const { byProgram } = document.derive(indexRuns);
  const [first = "", ...others] = programs;
  const found = byProgram.get(first) ?? NONE;
  if (others.length === 0) return found;
  return [...found, ...others.flatMap((program) => byProgram.get(program) ?? NONE)];
}

/** Whether a RUN has a cache or tmpfs mount on one of these folders (at its end: `/` or not). */
export function mountsCache(instruction: Instruction, ...folders: readonly string[]): boolean {
  return instruction.flags.some((flag) => {
    if (flag.name !== "mount") return false;
    const fields = parseMount(instruction, flag);
    const value = (key: string) => fields.find((field) => field.key === key)?.value ?? "";
    if (value("type") !== "cache" && value("type") !== "tmpfs") return false;
    return folders.includes(value("target").replace(/\/+$/, ""));
  });
}

/** Where a word of a command stands in the file. */
export function place({ run }: RunCommand, word: Span | undefined, ...others: Span[]): Span {
  const first = word ?? { start: 0, end: 0 };
  return run.span({ start: first.start, end: (others.at(-1) ?? first).end });
}

/** Where the program's name of a command stands in the file. */
export function programPlace(command: RunCommand): Span {
  return command.run.span(command.program ?? command);
}

function indexRuns(document: DockerfileDocument): RunIndex {
  const runs: RunScript[] = [];
  const byProgram = new Map<string, RunCommand[]>();
  for (const instruction of document.byKeywordDeep("RUN")) {
    const shell = shellOf(document, instruction);
    for (const run of scriptsOf(document, instruction, shell)) {
      runs.push(run);
      for (const command of run.commands) {
        const known = byProgram.get(command.name);
        if (known) known.push(command);
        else byProgram.set(command.name, [command]);
      }
    }
  }
  return { runs, byProgram };
}

function scriptsOf(
  document: DockerfileDocument,
  instruction: Instruction,
  shell: readonly string[],
): readonly RunScript[] {
  if (instruction.json) return [execScript(instruction, instruction.json, shell)];
  if (isForeign(shell)) return [];
  const { argumentText, argumentsStart, cooked, heredocs } = instruction;
  if (heredocs.length === 0 || !openersOnly.test(argumentText))
    return [
      makeRun(instruction, readShell(argumentText), shell, false, ({ start, end }) =>
        cooked.span(argumentsStart + start, argumentsStart + end),
      ),
    ];
  return heredocs.flatMap(({ body }) => {
    const text = document.slice(body);
    const program = shebang.exec(text)?.[1];
    if (program !== undefined && !/(?:^|\/)(?:ba|da|k|z|a)?sh$/.test(program)) return [];
    const own = program === undefined ? shell : [program];
    return makeRun(instruction, readShell(text), own, true, ({ start, end }) => ({
      start: body.start + start,
      end: body.start + end,
    }));
  });
}

function makeRun(
  instruction: Instruction,
  script: Script,
  shell: readonly string[],
  heredoc: boolean,
  span: RunScript["span"],
): RunScript {
  const commands: RunCommand[] = [];
  const run = { instruction, script, commands, exec: false, heredoc, shell, span };
  for (const command of script.commands) commands.push({ ...command, run });
  return run;
}

/** The JSON form: one command, its words those of the array. */
function execScript(
  instruction: Instruction,
  json: NonNullable<Instruction["json"]>,
  shell: readonly string[],
): RunScript {
  const words = json.map(
    ({ text, offset, end }): Word => ({
      text,
      start: offset,
      end: instruction.cooked.from(end - 1) + 1,
      quoted: true,
      expansions: [],
    }),
  );
  const [program, ...args] = words;
  const command: Command = {
    start: program?.start ?? 0,
    end: words.at(-1)?.end ?? 0,
    name: program?.text ?? "",
    program,
    args,
    assignments: [],
    redirections: [],
    before: "",
    after: "",
    depth: 0,
    substituted: false,
    condition: false,
  };
  const script = {
    text: instruction.cooked.text,
    commands: program ? [command] : [],
    pipes: [],
    loose: [],
    names: [],
    broken: undefined,
  };
  const span = ({ start, end }: Span) => instruction.cooked.span(start, end);
  return { ...makeRun(instruction, script, shell, false, span), exec: true };
}
