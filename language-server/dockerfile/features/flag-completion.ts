// Flags of an instruction, and their values: stages, users, mounts.
import { CompletionItemKind } from "vscode-languageserver-types";
import { t } from "../../l10n.ts";
import type { Completion } from "../../language.ts";
import type { Span } from "../../text.ts";
import { instructionTable, mountTypeDocs, mountTypes } from "../syntax/instructions.ts";
import { type Request, stageNames, users } from "./argument-completion.ts";
import { cacheFolders } from "./cache-mounts.ts";
import { item } from "./directive-completion.ts";
import { flagDoc } from "./hover.ts";

export function flagNames({ instruction, typed, span }: Request): readonly Completion[] {
  const { keyword } = instruction;
  const isUsed = (name: string) =>
    instruction.flags.some((flag) => flag.name === name && flag.start !== span.start);
  return Object.entries(instructionTable[keyword]?.flags ?? {})
    .filter(([name, facts]) => `--${name}`.startsWith(typed) && (facts.repeatable || !isUsed(name)))
    .map(([name, facts]) => ({
      label: `--${name}`,
      kind: CompletionItemKind.Field,
      span,
      insert: facts.kind === "boolean" ? `--${name}` : `--${name}=`,
      documentation: () => flagDoc(keyword, name),
      again: facts.kind !== "boolean",
    }));
}

export function flagValues(request: Request, name: string, start: number): readonly Completion[] {
  const { document, offset, instruction } = request;
  const typed = document.text.slice(start, offset);
  const span = { start, end: offset };
  if (name === "from") return stageNames(request, span);
  if (name === "mount") return mountOptions(request, typed);
  if (name === "chown") return users(request, span);
  const facts = instructionTable[instruction.keyword]?.flags[name];
  const values = facts?.kind === "boolean" ? ["true", "false"] : (facts?.values ?? []);
  return values.map((value) => item(value, span));
}

function mountOptions(request: Request, typed: string): readonly Completion[] {
  const { offset } = request;
  const part = typed.slice(typed.lastIndexOf(",") + 1);
  const [key = "", value] = part.split("=", 2);
  const span = { start: offset - (value ?? key).length, end: offset };
  const type = /(?:^|,)type=(\w+)/.exec(typed)?.[1];
  if (value !== undefined) return mountValues(request, type, key, span);
  const given = new Set(typed.split(",").map((field) => field.split("=", 1)[0]));
  const known = mountTypes[(type ?? "bind") as keyof typeof mountTypes] ?? [];
  const keys = known
    .filter((name) => !given.has(name))
    .map((name) => ({
      ...item(name, span, CompletionItemKind.Property),
      ...(BARE.test(name) ? {} : { insert: `${name}=`, again: true }),
    }));
  const isTyped = given.has("type") && type !== undefined;
  return isTyped ? keys : [...types("type=", span), ...keys];
}

function types(prefix: string, span: Span): readonly Completion[] {
  return Object.entries(mountTypeDocs).map(([name, documentation]) => ({
    ...item(prefix + name, span),
    documentation,
  }));
}

const BARE = /^(?:readonly|readwrite|required)$/;
const SHARING: Readonly<Record<string, () => string>> = {
  shared: () => t("Several builds can use it at the same time."),
  private: () => t("If it is in use, a build gets a new one."),
  locked: () => t("A build waits until the other one is done."),
};

function mountValues(
  request: Request,
  type: string | undefined,
  key: string,
  span: Span,
): readonly Completion[] {
  if (key === "type") return types("", span);
  if (key === "sharing")
    return Object.entries(SHARING).map(([name, doc]) => ({
      ...item(name, span),
      documentation: doc,
    }));
  if (key === "from") return stageNames(request, span);
  if (type === "cache" && /^(?:target|dst|destination)$/.test(key))
    return cacheFolders(request.document, request.instruction).map(({ folder, programs }) => ({
      ...item(folder, span, CompletionItemKind.Folder),
      detail: programs,
    }));
  return BARE.test(key) ? ["true", "false"].map((value) => item(value, span)) : [];
}
