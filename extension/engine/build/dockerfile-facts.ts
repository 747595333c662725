// What a build asks a Dockerfile for: its stages, arguments, mounts, and which line a step comes
// from. A small reader on purpose; the language server has the whole parser.

export interface StageFact {
  /** Its name, else its number. */
  readonly name: string;
  readonly base: string;
  readonly line: number;
}

export interface ArgumentFact {
  readonly name: string;
  readonly defaultValue: string | undefined;
}

export interface InstructionFact {
  readonly keyword: string;
  /** The instruction as BuildKit shows it: one line, single blanks. */
  readonly text: string;
  /** From 1, the last one included. */
  readonly line: number;
  readonly endLine: number;
  /** Index of its stage, -1 before the first FROM. */
  readonly stage: number;
}

export interface DockerfileFacts {
  readonly stages: readonly StageFact[];
  readonly arguments: readonly ArgumentFact[];
  readonly instructions: readonly InstructionFact[];
  /** Ids that `RUN --mount=type=secret` wants. */
  readonly secrets: readonly string[];
  /** Ids that `RUN --mount=type=ssh` wants. */
  readonly ssh: readonly string[];
}

/** Reads any text; what is no Dockerfile gives few facts. */
export function readDockerfile(source: string): DockerfileFacts {
  const instructions = readInstructions(source);
  const stages: StageFact[] = [];
  for (const { keyword, text, line } of instructions) {
    if (keyword !== "FROM") continue;
    const [, base = "", name = String(stages.length)] =
      /^FROM(?:\s+--\S+)*\s+(\S+)(?:\s+as\s+(\S+))?/i.exec(text) ?? [];
    stages.push({ name, base, line });
  }
  return {
    stages,
    instructions,
    arguments: readArguments(instructions),
    secrets: mountIds(instructions, "secret"),
    ssh: mountIds(instructions, "ssh"),
  };
}

function readInstructions(source: string): InstructionFact[] {
  const lines = source.replace(/^\uFEFF/, "").split(/\r?\n/);
  const escapeChar = /^#\s*escape\s*=\s*`/im.test(source) ? "`" : "\\";
  const found: InstructionFact[] = [];
  let stage = -1;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (!line.trim() || isComment(line)) continue;
    const start = at;
    const logical = logicalLine(lines, at, escapeChar);
    const text = logical.text.trim().replace(/\s+/g, " ");
    const keyword = (/^\w+/.exec(text)?.[0] ?? "").toUpperCase();
    if (keyword === "FROM") stage++;
    at = heredocEnd(lines, logical.end, keyword, text);
    found.push({ keyword, text, line: start + 1, endLine: at + 1, stage });
  }
  return found;
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith("#");
}

/** A line with the ones that continue it; comments and empty lines between them are left out. */
function logicalLine(
  lines: readonly string[],
  start: number,
  escapeChar: string,
): { text: string; end: number } {
  const parts: string[] = [];
  for (const [offset, line] of lines.slice(start).entries()) {
    if (isComment(line) || !line.trim()) continue;
    const trimmed = line.trimEnd();
    if (!trimmed.endsWith(escapeChar))
      return { text: [...parts, line].join(" "), end: start + offset };
    parts.push(trimmed.slice(0, -1));
  }
  return { text: parts.join(" "), end: lines.length - 1 };
}

/** The index of the line that ends the instruction's heredocs; its own where it has none. */
function heredocEnd(lines: readonly string[], at: number, keyword: string, text: string): number {
  if (!["RUN", "COPY", "ADD"].includes(keyword)) return at;
  let end = at;
  for (const [, dash, , name = ""] of text.matchAll(/<<(-?)(["']?)([A-Za-z_]\w*)\2/g)) {
    const stop = lines.findIndex(
      (line, index) => index > end && (dash ? line.replace(/^\t+/, "") : line) === name,
    );
    if (stop > 0) end = stop;
  }
  return end;
}

function readArguments(instructions: readonly InstructionFact[]): ArgumentFact[] {
  const found = new Map<string, ArgumentFact>();
  for (const { keyword, text } of instructions) {
    if (keyword !== "ARG") continue;
    for (const [, name = "", quoted, plain] of text
      .slice(4)
      .matchAll(/([A-Za-z_]\w*)(?:=(?:"([^"]*)"|(\S*)))?/g)) {
      const defaultValue = quoted ?? plain;
      if (!found.get(name)?.defaultValue) found.set(name, { name, defaultValue });
    }
  }
  return [...found.values()];
}

function mountIds(instructions: readonly InstructionFact[], type: string): string[] {
  const ids = new Set<string>();
  for (const { keyword, text } of instructions)
    if (keyword === "RUN")
      for (const [, mount = ""] of text.matchAll(/--mount=(\S+)/g)) {
        const parts = new Map(
          mount.split(",").map((part) => part.split("=", 2) as [string, string]),
        );
        if (parts.get("type") !== type) continue;
        const target = parts.get("target") ?? parts.get("dst") ?? parts.get("destination");
        ids.add(parts.get("id") ?? target?.split("/").pop() ?? "default");
      }
  return [...ids];
}

/**
 * The instruction that a step comes from. BuildKit calls a step `[stage 2/5] RUN …` and counts
 * FROM of an image, RUN, COPY, ADD and WORKDIR; the classic builder counts every instruction.
 */
export function instructionOfStep(
  facts: DockerfileFacts,
  step: string,
): InstructionFact | undefined {
  const shape = /^\[(?:\S+\/\S+ )?(?:([^\s\]]+) )?(\d+)\/\d+\] (\w+)/.exec(step);
  if (!shape) return undefined;
  const [head, name, number, keyword = ""] = shape;
  const text = step.slice(head.length - keyword.length).replace(/\s+/g, " ");
  const unnamed = /^stage-(\d+)$/.exec(name ?? "")?.[1];
  const named = facts.stages.findIndex((stage) => stage.name.toLowerCase() === name?.toLowerCase());
  const last = facts.stages.length - 1;
  const stage = named >= 0 ? named : name ? Number(unnamed ?? last) : last;
  const own = facts.instructions.filter((one) => one.stage === stage);
  const counted = own.filter(({ keyword: one }) => /^(FROM|RUN|COPY|ADD|WORKDIR)$/.test(one));
  const base = facts.stages[stage]?.base ?? "";
  const noBase = base === "scratch" || facts.stages.slice(0, stage).some((s) => s.name === base);
  const byNumber = counted[Number(number) - 1 + (noBase ? 1 : 0)];
  if (byNumber?.keyword === keyword.toUpperCase()) return byNumber;
  return own.find((one) => one.text === text) ?? own.find((one) => one.keyword === keyword);
}
