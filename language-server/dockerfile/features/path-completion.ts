// Paths of the build context for COPY and ADD, without what .dockerignore leaves out.
import { posix } from "node:path";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Completion, FeatureContext } from "../../language.ts";
import type { Span } from "../../text.ts";
import { ignoreFile } from "../model/build-context.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Instruction } from "../syntax/instruction.ts";

/** The entries of the folder that is typed; nothing for sources that are not in the context. */
export function completePaths(
  document: DockerfileDocument,
  instruction: Instruction,
  word: Span,
  context: FeatureContext,
): readonly Completion[] {
  if (instruction.flag("from")) return [];
  const { uri, host } = context;
  const typed = document.slice(word).replace(/^["[]+/, "");
  const slash = typed.lastIndexOf("/") + 1;
  const folder = typed.slice(0, slash);
  // A dot is the whole context, and complete.
  if (typed === "." || folder.startsWith("/") || folder.includes("..") || folder.includes("://"))
    return [];
  const root = posix.dirname(uri);
  const ignore = ignoreFile(context);
  const isIgnored = (name: string) => {
    const path = posix.join(folder, name).replace(/\/$/, "");
    return ignore?.lineExcluding(path) !== undefined && !ignore.takesBackBelow(path);
  };
  const span = { start: word.end - typed.length + slash, end: word.end };
  const names = (host.files.list(`${root}/${folder}`) ?? []).filter(
    (name) => name !== ".git/" && !isIgnored(name),
  );
  return names.sort(byUse).map((name) => ({
    label: name,
    span,
    kind: name.endsWith("/") ? CompletionItemKind.Folder : CompletionItemKind.File,
    again: name.endsWith("/"),
  }));
}

/** What a build is about comes before the files that only describe it. */
function byUse(one: string, other: string): number {
  return Number(ABOUT.test(one)) - Number(ABOUT.test(other)) || (one < other ? -1 : 1);
}

const ABOUT = /^\.|^(?:Docker|Container)file|^(?:docker-)?compose.*\.ya?ml$|^(?:README|LICENSE)/i;
