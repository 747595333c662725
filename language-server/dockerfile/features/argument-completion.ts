// What stands behind an instruction's flags: images and stages, paths, users, ports, signals.
import { CompletionItemKind } from "vscode-languageserver-types";
import { t } from "../../l10n.ts";
import type { Completion, FeatureContext } from "../../language.ts";
import type { Span } from "../../text.ts";
import { baseOf, basesOf } from "../model/bases.ts";
import { platformArgs } from "../model/build-args.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { stageChain } from "../model/scopes.ts";
import type { Stage } from "../model/stages.ts";
import { imageTags } from "../rules/parts/image-tags-table.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { imageUsers, labelKeys, ports, signals } from "./completion-data.ts";
import { item } from "./directive-completion.ts";
import { completePaths } from "./path-completion.ts";

/** A place inside an instruction. */
export interface Request {
  readonly document: DockerfileDocument;
  readonly offset: number;
  readonly context: FeatureContext;
  readonly instruction: Instruction;
  /** The character whose typing opens the list by itself; empty where it is asked for. */
  readonly character: string;
  /** The word before the cursor, and its place. */
  readonly typed: string;
  readonly span: Span;
}

/** The words between the instruction's flags and the cursor. */
export function plainWords({ document, instruction, span }: Request): readonly string[] {
  return document.text
    .slice(instruction.keywordSpan.end, span.start)
    .split(/\s+/)
    .filter((word) => word !== "" && word !== document.escape && !word.startsWith("--"));
}

/** What a first argument may be, where that is a short list. */
const SIMPLE: Readonly<Record<string, readonly string[]>> = {
  STOPSIGNAL: signals,
  HEALTHCHECK: ["CMD", "NONE"],
  SHELL: ['["/bin/bash", "-o", "pipefail", "-c"]', '["powershell", "-Command"]'],
  WORKDIR: ["/app", "/usr/src/app"],
  LABEL: labelKeys,
};

export function plainArguments(request: Request): readonly Completion[] {
  const { instruction, span, document } = request;
  const { keyword } = instruction;
  const isFirst = plainWords(request).length === 0;
  if (keyword === "FROM") return baseImages(request);
  if (keyword === "COPY" || keyword === "ADD") return isFirst ? sources(request) : places(request);
  if (keyword === "ARG" && document.stageOf(instruction))
    return [
      ...document.globalArgs.flatMap(({ pairs }) => pairs.map(({ key }) => key.text)),
      ...platformArgs.keys(),
    ].map((name) => item(name, span, CompletionItemKind.Variable));
  if (keyword === "EXPOSE") return exposed(request);
  if (!isFirst) return [];
  if (keyword === "USER") return users(request, span);
  return (SIMPLE[keyword] ?? []).map((value) => ({
    ...item(value, span),
    ...(keyword === "LABEL" ? { insert: `${value}=` } : {}),
  }));
}

/** Names of the stages above; for FROM and `--from=`. */
export function stageNames({ document, instruction }: Request, span: Span): readonly Completion[] {
  const own = document.stageOf(instruction);
  return document.stages
    .filter((stage) => stage !== own && stage.from.index < instruction.index)
    .map((stage) => ({
      ...item(stage.name?.text ?? String(stage.index), span, CompletionItemKind.Class),
      detail: t("Stage {0}", stage.index),
    }));
}

/** Those that the stage has made, that its image brings along, and root. */
export function users({ document, instruction, context }: Request, span: Span) {
  const stage = document.stageOf(instruction);
  const made = (stage ? stageChain(stage) : []).flatMap(({ instructions }) =>
    instructions.flatMap((one) =>
      one.keyword === "RUN"
        ? [...document.slice(one.fullSpan).matchAll(/\b(?:useradd|adduser)\b([^\n;&|]*)/g)].map(
            ([, words = ""]) =>
              words
                .trim()
                .split(/\s+/)
                .findLast((word) => /^[a-z_][\w-]*$/.test(word)) ?? "",
          )
        : [],
    ),
  );
  const base = baseOf(document, instruction);
  const facts = base && context.host.engine?.imageFacts(base.word.text);
  const brought = base ? (imageUsers[base.name] ?? "") : "";
  const names = new Set([...made, facts?.user ?? "", brought, "root", "nobody", "1000:1000"]);
  names.delete("");
  return [...names].map((name) => item(name, span));
}

function exposed(request: Request): readonly Completion[] {
  const { document, instruction, context, span } = request;
  const base = baseOf(document, instruction);
  const facts = base && context.host.engine?.imageFacts(base.word.text);
  const given = new Set(plainWords(request));
  return [
    ...new Set([...(facts?.exposed ?? []).map((port) => port.replace(/\/tcp$/, "")), ...ports]),
  ]
    .filter((port) => !given.has(port))
    .map((port) => item(port, span));
}

/** Paths of the context; from another stage, the folders that it works in. */
function sources(request: Request): readonly Completion[] {
  const { document, instruction, span, context } = request;
  const from = instruction.flag("from")?.value;
  if (from === undefined) return completePaths(document, instruction, span, context);
  const stage = document.stages.find(
    ({ name, index }) => name?.text.toLowerCase() === from.toLowerCase() || String(index) === from,
  );
  return stage ? folders(stage, Number.POSITIVE_INFINITY, request) : [];
}

/** A destination; or, once a name is typed, one more source. */
function places(request: Request): readonly Completion[] {
  const { document, instruction, span, context, typed } = request;
  const own = document.stageOf(instruction);
  const more = /^\w/.test(typed) ? completePaths(document, instruction, span, context) : [];
  // No `./`: it would stand in the way of a dot and Enter.
  return [...(own ? folders(own, instruction.index, request) : []), ...more];
}

/** Folders that WORKDIR has named in a stage, the newest one first. */
function folders(stage: Stage, before: number, { span, typed }: Request): readonly Completion[] {
  const named = stageChain(stage).flatMap(({ instructions }) =>
    instructions
      .filter(({ keyword, index }) => keyword === "WORKDIR" && index < before)
      .map(({ argumentText }) => argumentText.replace(/\/*$/, "/"))
      .reverse(),
  );
  return [...new Set(named)]
    .filter((folder) => folder.startsWith("/") && folder.startsWith(typed))
    .map((folder) => item(folder, span, CompletionItemKind.Folder));
}

function baseImages(request: Request): readonly Completion[] {
  const { context, span, typed, document, instruction } = request;
  const words = plainWords(request);
  if (words.length === 1)
    return [{ ...item("AS", span, CompletionItemKind.Keyword), insert: "AS " }];
  if (words.length > 1) return [];
  const local = context.host.engine?.images() ?? [];
  const [name = "", tag] = typed.split(":", 2);
  const known = Object.entries(imageTags).flatMap(([image, tags]) =>
    (tag === undefined ? tags.slice(0, 1) : image === name ? tags : []).map(
      (one) => `${image}:${one}`,
    ),
  );
  // What the file builds on already is likely to be wanted again.
  const used = [...basesOf(document)]
    .filter(({ stage, word }) => stage.from !== instruction && !word.text.includes("$"))
    .map(({ word }) => word.text);
  const isLocal = new Set(local);
  return [
    ...stageNames(request, span),
    ...[...new Set([...used, ...local, ...known, "scratch"])].map((image) => ({
      ...item(image, span, CompletionItemKind.Module),
      ...(isLocal.has(image) ? { detail: t("local image") } : {}),
    })),
  ];
}
