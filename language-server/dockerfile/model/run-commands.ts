// The commands of all RUN instructions, each script read once and kept by program name, so that
// a rule about `apt-get` looks only at the calls of `apt-get`.
import type { Span } from "../../text.ts";
import { readShell } from "../shell/cache.ts";
import type { Command, Script, Word } from "../shell/syntax.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { parseMount } from "../syntax/mount.ts";
import type { DockerfileDocument } from "./document.ts";
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

const NONE: readonly never[] = [];
const openersOnly = /^(?:\s*\d*<<-?\s*(?:"[^"]*"|'[^']*'|[^\s"'<>|&;]+))+\s*$/;
const shebang = /^\s*#!\s*(?:\/usr\/bin\/env\s+(?:-\S+\s+)*)?(\S+)/;

interface RunIndex {
  readonly runs: readonly RunScript[];
  /** The scripts in which a program is called. */
  readonly byProgram: ReadonlyMap<string, readonly RunScript[]>;
  /** The calls of a program, as far as somebody has asked for them. */
  readonly calls: Map<string, readonly RunCommand[]>;
}

/** The scripts of all RUNs, those of ONBUILD too, in the order of the file. */
export function runsOf(document: DockerfileDocument): readonly RunScript[] {
  return document.deriveHere(indexRuns).runs;
}

/** The scripts in which one of some programs is called, in the order of the file. */
export function runsWith(
  document: DockerfileDocument,
  programs: readonly string[],
): readonly RunScript[] {
  const { byProgram } = document.deriveHere(indexRuns);
  const found = new Set(programs.flatMap((program) => byProgram.get(program) ?? []));
  return found.size < 2
    ? [...found]
    : [...found].sort((a, b) => a.instruction.index - b.instruction.index);
}

/** The calls of some programs. */
export function commandsOf(
  document: DockerfileDocument,
  ...programs: readonly string[]
): readonly RunCommand[] {
  const index = document.deriveHere(indexRuns);
  // A script calls few of the programs that rules ask for.
  const called = programs.filter((program) => index.byProgram.has(program));
  const [only] = called;
  if (only === undefined) return NONE;
  return called.length === 1
    ? callsOf(index, only)
    : called.flatMap((program) => callsOf(index, program));
}

/** Many rules ask for the calls of the same few programs. */
function callsOf({ byProgram, calls }: RunIndex, program: string): readonly RunCommand[] {
  let known = calls.get(program);
  if (!known) {
    known = (byProgram.get(program) ?? NONE).flatMap(({ commands }) =>
      commands.filter(({ name }) => name === program),
    );
    calls.set(program, known);
  }
  return known;
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
  const byProgram = new Map<string, RunScript[]>();
  for (const instruction of document.byKeywordDeep("RUN"))
    for (const run of scriptsOf(document, instruction, shellOf(document, instruction))) {
      runs.push(run);
      for (const program of programsOf(run.script)) {
        const known = byProgram.get(program);
        if (known) known.push(run);
        else byProgram.set(program, [run]);
      }
    }
  return { runs, byProgram, calls: new Map() };
}

const programs = new WeakMap<Script, ReadonlySet<string>>();

/** The names of the programs that a script calls; scripts are remembered from version to version. */
function programsOf(script: Script): ReadonlySet<string> {
  let names = programs.get(script);
  if (!names) {
    names = new Set(script.commands.map(({ name }) => name));
    programs.set(script, names);
  }
  return names;
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
      new ReadScript(instruction, readShell(argumentText), shell, false, ({ start, end }) =>
        cooked.span(argumentsStart + start, argumentsStart + end),
      ),
    ];
  return heredocs.flatMap(({ body }) => {
    const text = document.slice(body);
    const program = shebang.exec(text)?.[1];
    if (program !== undefined && !/(?:^|\/)(?:ba|da|k|z|a)?sh$/.test(program)) return [];
    const own = program === undefined ? shell : [program];
    return new ReadScript(instruction, readShell(text), own, true, ({ start, end }) => ({
      start: body.start + start,
      end: body.start + end,
    }));
  });
}

/** A class: V8 keeps what a getter of an object literal refers to until it next looks at the whole heap. */
class ReadScript implements RunScript {
  readonly instruction: Instruction;
  readonly script: Script;
  readonly shell: readonly string[];
  readonly heredoc: boolean;
  readonly exec: boolean;
  readonly span: RunScript["span"];
  #commands: readonly RunCommand[] | undefined;

  constructor(
    instruction: Instruction,
    script: Script,
    shell: readonly string[],
    heredoc: boolean,
    span: RunScript["span"],
    exec = false,
  ) {
    this.instruction = instruction;
    this.script = script;
    this.shell = shell;
    this.heredoc = heredoc;
    this.exec = exec;
    this.span = span;
  }

  /** Most scripts are looked at by none but the first few rules, if at all. */
  get commands(): readonly RunCommand[] {
    this.#commands ??= this.script.commands.map((command) => ({ ...command, run: this }));
    return this.#commands;
  }
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
    text: instruction.text,
    commands: program ? [command] : [],
    pipes: [],
    loose: [],
    names: [],
    broken: undefined,
  };
  const span = ({ start, end }: Span) => instruction.cooked.span(start, end);
  return new ReadScript(instruction, script, shell, false, span, true);
}
