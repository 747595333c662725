// Sources and options of COPY and ADD that BuildKit refuses.

import type { Host } from "../../host.ts";
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { fixedValue, type Place } from "../model/fixed-values.ts";
import { stageNames } from "../model/stages.ts";
import type { Instruction } from "../syntax/instruction.ts";
import type { Flag, Word } from "../syntax/words.ts";
import { isDigest, isReference } from "./InvalidBaseImage.ts";

/** What ADD fetches: over HTTP, or from Git (`git@host:path` too). */
const REMOTE = /^(?:https?|git|ssh):\/\/|^[\w-]+@[\w.-]+:/;
const GIT = /^(?:git|ssh):|^[\w-]+@|\.git(?:[#?]|$)/;
const CLAUSE = "[ugoa]*(?:[-+=](?:[rwxXst]*|[ugo]))+";
const SYMBOLIC = new RegExp(`^${CLAUSE}(?:,${CLAUSE})*$`);

export const InvalidCopySource: Rule<DockerfileDocument> = {
  code: "InvalidCopySource",
  aliases: [],
  severity: "error",
  summary:
    "COPY cannot take a URL, and --from, --chmod and --checksum need values that BuildKit can read.",
  scope: { each: ["ADD"], refers: ["COPY"], stage: ["ENV", "ARG"] },
  check(document, report, { host }) {
    for (const copy of document.byKeywordDeep("COPY")) {
      const problem = fromProblem(document, copy);
      if (problem) report(copy.flag("from") ?? copy.span, problem);
      for (const source of remotes({ document, instruction: copy, host }))
        report(source, t("COPY cannot take a URL; ADD can."), { fixes: () => [useAdd(copy)] });
    }
    for (const { flag, problem } of wrongFlags(document, host)) report(flag, problem);
  },
};

function wrongFlags(
  document: DockerfileDocument,
  host: Host,
): readonly { readonly flag: Flag; readonly problem: string }[] {
  return ["COPY", "ADD"]
    .flatMap((keyword) => document.byKeywordDeep(keyword))
    .flatMap((copy) =>
      copy.flags.flatMap((flag) => {
        const problem = flagProblem({ document, instruction: copy, host }, flag);
        return problem ? [{ flag, problem }] : [];
      }),
    );
}

function flagProblem(place: Place, flag: Flag): string | undefined {
  if (flag.name === "chmod" && isBadMode(fixedValue(place, flag.value ?? "")))
    return t("--chmod is an octal number up to 7777, or a mode such as u=rwX,go=rX.");
  return flag.name === "checksum" && place.instruction.keyword === "ADD"
    ? checksumProblem(place, flag)
    : undefined;
}

function remotes(place: Place): readonly Word[] {
  const { instruction: copy } = place;
  if (!/:\/\/|@|\$/.test(copy.text)) return [];
  return copy.words.slice(0, -1).filter(({ text }) => isRemote(place, text));
}

/** Whether a source is an address, whatever its variables hold; `undefined`: that depends on them. */
function isRemote(place: Place, text: string): boolean | undefined {
  const [scheme] = /^["']?(?:https?|git|ssh):\/\//.exec(text) ?? [];
  const known = scheme ? scheme.replace(/^["']/, "") : fixedValue(place, text);
  return known === undefined ? undefined : REMOTE.test(known);
}

/** Variables may be well. */
function isBadMode(value = ""): boolean {
  if (value === "") return false;
  return !(/^\d/.test(value) ? /^0*[0-7]{1,4}$/ : SYMBOLIC).test(value);
}

function fromProblem(document: DockerfileDocument, copy: Instruction): string | undefined {
  const name = copy.flag("from")?.value;
  if (!name) return undefined;
  if (name.includes("$"))
    return t("--from cannot hold a variable. Name a stage that begins FROM it.");
  // A trigger is resolved in another build.
  if (copy.onbuild) return undefined;
  const { length } = document.whole.stages;
  if (/^\d+$/.test(name))
    return Number(name) < length ? undefined : t("There is no stage {0}; they begin with 0.", name);
  const isStage = document.deriveFromStages(stageNames).has(name.toLowerCase());
  if (isStage || isReference(name)) return undefined;
  return t("{0} is not a valid image reference.", name);
}

function checksumProblem(place: Place, { value }: Flag): string | undefined {
  if (!value) return undefined;
  const add = place.instruction;
  const [source = "", ...more] = add.words.slice(0, -1).map(({ text }) => text);
  if (more.length > 0) return t("--checksum can be given for one source only.");
  const digest = fixedValue(place, value);
  // A variable that holds nothing asks for no checksum.
  if (digest && isRemote(place, source) === false)
    return t("--checksum needs a source that is fetched over HTTP or from Git.");
  return digest && isRemote(place, source) && !GIT.test(source) && !isDigest(digest)
    ? t("--checksum must be an algorithm and a digest: sha256: followed by 64 hexadecimal digits.")
    : undefined;
}

function useAdd({ keywordSpan }: Instruction): Fix {
  return { title: t("Change to {0}", "ADD"), edits: [{ ...keywordSpan, newText: "ADD" }] };
}
