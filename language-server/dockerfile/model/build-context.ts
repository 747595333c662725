// Where the build context of a Dockerfile may be: its own folder, those above it in the
// workspace, and what Compose files there name. Asks the host for names only.
import { posix } from "node:path";
import { type Ignore, readIgnore } from "../../dockerignore.ts";
import type { RuleContext } from "../../lint/rule.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { unquote, type Word } from "../syntax/words.ts";
import type { DockerfileDocument } from "./document.ts";

type Outside = Pick<RuleContext, "uri" | "host">;

/** What builds make, so that it may be missing now. */
const MADE =
  /^(?:dist|build|target|out|output|bin|obj|publish|release|artifacts?|node_modules|vendor|_build|\.next|\.output|coverage|tmp|deps|rel)(?:\/|$)|\.(?:jar|war|ear|whl|deb|rpm|apk|tgz|tar|gz|zip|exe|so|pem|crt|key)$/i;

/** Folders that may be the context, the likeliest first. */
export function contextFolders({ uri, host }: Outside): readonly string[] {
  const folders: string[] = [];
  let folder = posix.dirname(uri);
  for (let depth = 0; depth < 8; depth++) {
    folders.push(folder, ...namedByCompose(folder, host));
    const inside = host.folders.some((root) => folder.startsWith(`${root.replace(/\/$/, "")}/`));
    if (!inside) break;
    folder = posix.dirname(folder);
  }
  return [...new Set(folders)];
}

function namedByCompose(folder: string, host: Outside["host"]): readonly string[] {
  const files = (host.files.list(folder) ?? []).filter((name) =>
    /^(?:docker-)?compose.*\.ya?ml$/.test(name),
  );
  return files.slice(0, 5).flatMap((name) => {
    const text = host.files.read(`${folder}/${name}`) ?? "";
    return [...text.matchAll(/\b(?:context|build):[ \t]*["']?([^\s"'#{$]+)/g)].map(
      ([, path = ""]) => posix.join(folder, path).replace(/^file:\/(?!\/)/, "file:///"),
    );
  });
}

/** The .dockerignore that holds for a Dockerfile, with its address. */
export function ignoreFile({
  uri,
  host,
}: Outside): (Ignore & { readonly uri: string }) | undefined {
  for (const file of [`${uri}.dockerignore`, `${posix.dirname(uri)}/.dockerignore`]) {
    const text = host.files.read(file);
    if (typeof text === "string") return { ...readIgnore(text), uri: file };
  }
  return undefined;
}

/** Sources of COPY and ADD that are plain paths of the build context. */
export function contextSources(copy: Instruction): readonly Word[] {
  if (copy.flag("from")) return [];
  return copy.words.slice(0, -1).filter(({ text }) => !/[$*?[]|^["']*<<|:\/\/|@/.test(text));
}

/** The same for all instructions of a file. */
export function allContextSources(document: DockerfileDocument): readonly Word[] {
  return ["COPY", "ADD"].flatMap((keyword) => document.byKeyword(keyword)).flatMap(contextSources);
}

/** The path in the context; BuildKit takes `/` and `..` at the head away. */
export function contextPath({ text }: Word): string {
  return posix.normalize(`/${unquote(text)}`).replace(/^\/+|\/+$/g, "");
}

/** Whether a path may be missing now, because a build or an ignored step makes it. */
export function isMade(path: string, folders: readonly string[], { host }: Outside): boolean {
  if (MADE.test(path)) return true;
  return folders.some((folder) => {
    const text = host.files.read(`${folder}/.gitignore`);
    return typeof text === "string" && ignoresAnywhere(text, path);
  });
}

/** .gitignore's patterns without a slash hold at any depth. */
function ignoresAnywhere(text: string, path: string): boolean {
  const deep = text.replace(/^(?![/#!])([^/\r\n]+\/?)[ \t]*$/gm, "**/$1");
  return readIgnore(deep).lineExcluding(path) !== undefined;
}
