// What holds at an instruction: user, folder, shell and variables, as the lines above and the base
// image have set them. Says nothing where the base image decides and is not known.
import { posix } from "node:path";
import { t } from "../../l10n.ts";
import type { FeatureContext } from "../../language.ts";
import { baseOf } from "../model/bases.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { lookupAt, stageChain, stateAt, variablesAt, variableValue } from "../model/scopes.ts";
import { isForeign, shellOf } from "../model/shell-state.ts";
import { expand } from "../syntax/expand.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { unquote } from "../syntax/words.ts";

/** Instructions that the state matters to. */
const READERS = /^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK|COPY|ADD|WORKDIR|USER|SHELL)$/;
/** Those that see the variables. */
const RUNNERS = /^(?:RUN|CMD|ENTRYPOINT)$/;
/** The most variables that a hover lists. */
const most = 8;

/** Markdown: a line for each thing that is known. */
export function effectiveState(
  document: DockerfileDocument,
  instruction: Instruction,
  context: FeatureContext,
): readonly string[] {
  if (!READERS.test(instruction.keyword) || !document.stageOf(instruction)) return [];
  const base = baseOf(document, instruction);
  const facts = base && context.host.engine?.imageFacts(base.word.text);
  const user = stateAt(document, instruction, "USER");
  const userName = user
    ? argumentOf(document, user)
    : (facts?.user ?? (base?.name === "scratch" ? "root" : undefined));
  const folder = folderAt(document, instruction, facts?.workdir);
  const shell = shellOf(document, instruction);
  return [
    userName === undefined ? "" : t("User here: {0}", code(userName || "root")),
    folder === undefined ? "" : t("Folder here: {0}", code(folder)),
    shell[0] === "/bin/sh" && !isForeign(shell) ? "" : t("Shell here: {0}", code(shell.join(" "))),
    RUNNERS.test(instruction.keyword) ? environment(document, instruction) : "",
  ].filter((line) => line !== "");
}

function argumentOf(document: DockerfileDocument, instruction: Instruction): string {
  const text = unquote(instruction.argumentText, document.escape);
  return expand(text, document.escape, lookupAt(document, instruction)).value;
}

/** Relative folders lie in those above them. */
function folderAt(
  document: DockerfileDocument,
  instruction: Instruction,
  ofImage: string | undefined,
): string | undefined {
  const stage = document.stageOf(instruction);
  const named = (stage ? stageChain(stage) : [])
    .toReversed()
    .flatMap((link) =>
      link.instructions.filter(
        (one) => one.keyword === "WORKDIR" && (link !== stage || one.index < instruction.index),
      ),
    );
  const paths = named.map((one) => argumentOf(document, one));
  if (paths.length === 0) return ofImage;
  const whole = posix.join(...paths.slice(Math.max(paths.findLastIndex(isAbsolute), 0)));
  if (isAbsolute(whole)) return whole;
  return ofImage === undefined ? undefined : posix.join(ofImage || "/", whole);
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[a-z]:)/i.test(path);
}

function environment(document: DockerfileDocument, instruction: Instruction): string {
  const all = [...variablesAt(document, instruction).values()].map((variable) => {
    const value = variableValue(document, variable);
    return code(value === undefined ? variable.name : `${variable.name}=${shortened(value)}`);
  });
  if (all.length === 0) return "";
  const more = all.length > most ? ` … (+${all.length - most})` : "";
  return t("Variables here: {0}", all.slice(0, most).join(", ") + more);
}

function shortened(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}

/** Inline code, whatever the text holds. */
export function code(text: string): string {
  return `\`${text.replaceAll("`", "'").replace(/\s+/g, " ")}\``;
}
