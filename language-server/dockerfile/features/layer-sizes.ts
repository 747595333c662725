// What each instruction added to the image when it was last built: the layers of that image, found
// again in the file by their text. An instruction that was edited since then has no layer.
import type { HostEngine } from "../../host.ts";
import type { BuiltLayer } from "../../protocol.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { lookupAt, stageChain } from "../model/scopes.ts";
import { shellOf } from "../model/shell-state.ts";
import { expand } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** Bytes by instruction. */
export type LayerSizes = ReadonlyMap<Instruction, number>;

const NONE: LayerSizes = new Map();
const WRITING = new Set(["RUN", "COPY", "ADD"]);

/** The sizes for the stage that most of the layers belong to, the last one before the others. */
export function layerSizes(
  document: DockerfileDocument,
  { layers }: NonNullable<ReturnType<HostEngine["builtImage"]>>,
): LayerSizes {
  const own = layers.map(read).filter(({ text }) => text !== "");
  let best = NONE;
  for (const stage of document.stages.toReversed()) {
    const chain = stageChain(stage).toReversed();
    const writing = chain.flatMap(({ instructions }) =>
      instructions.filter(({ keyword }) => WRITING.has(keyword)),
    );
    const sizes = align(document, writing, own);
    if (sizes.size > best.size) best = sizes;
  }
  return best;
}

/** From the newest on, each instruction takes the newest layer that is like it and still free. */
function align(
  document: DockerfileDocument,
  instructions: readonly Instruction[],
  layers: readonly BuiltText[],
): LayerSizes {
  const sizes = new Map<Instruction, number>();
  let free = layers.length;
  for (const instruction of instructions.toReversed()) {
    const isIts = matcher(document, instruction);
    const at = layers.findLastIndex((layer, index) => index < free && isIts(layer));
    if (at < 0) continue;
    sizes.set(instruction, layers[at]?.size ?? 0);
    free = at;
  }
  return sizes;
}

interface BuiltText {
  /** `RUN …`, `COPY …`; single blanks. */
  readonly text: string;
  /** Where `COPY file:0a1b… in /app` of the builders before BuildKit has copied to. */
  readonly into: string | undefined;
  readonly size: number;
}

/** A layer as its builder describes it: BuildKit, or the ones before it, which name a shell first. */
function read({ instruction, size }: BuiltLayer): BuiltText {
  const text = squeezed(
    instruction
      .replace(/\s*# buildkit\s*$/, "")
      .replace(/^.*?#\(nop\)\s+/, "")
      .replace(/^RUN\s+/, ""),
  );
  return { text, into: /^(?:COPY|ADD) \w+:\S* in (.+)$/.exec(text)?.[1], size };
}

function matcher(
  document: DockerfileDocument,
  instruction: Instruction,
): (layer: BuiltText) => boolean {
  if (instruction.keyword === "RUN") {
    const commands = commandsOf(document, instruction).map(squeezed);
    // Build arguments may stand before it.
    return ({ text }) => commands.some((one) => text === one || text.endsWith(` ${one}`));
  }
  const { keyword, words, escape: escapeChar } = instruction;
  const lookup = lookupAt(document, instruction);
  const written = words.map(({ text }) => text);
  const paths = written.map((text) => expand(text, escapeChar, lookup).value);
  const whole = [keyword, ...paths].join(" ");
  const targets = [paths.at(-1), written.at(-1)];
  return ({ text, into }) =>
    into === undefined ? text.replace(/^(\w+)(?: --\S+)+/, "$1") === whole : targets.includes(into);
}

/** What was run, with the shell that ran it. Podman tells the default shell whatever runs. */
function commandsOf(document: DockerfileDocument, run: Instruction): readonly string[] {
  const [heredoc] = run.heredocs;
  const isScript = heredoc && run.argumentText === document.slice(heredoc.opener);
  const script = isScript ? document.slice(heredoc.body) : run.argumentText;
  const told = run.json ? run.json.map(({ text }) => text) : [...shellOf(document, run), script];
  return [told.join(" "), `/bin/sh -c ${script}`];
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
