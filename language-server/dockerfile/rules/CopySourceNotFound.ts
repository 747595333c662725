// Sources of COPY and ADD that the build context does not have.
import { posix } from "node:path";
import type { HostFiles } from "../../host.ts";
import { t } from "../../l10n.ts";
import type { Fix, Rule, RuleContext } from "../../lint/rule.ts";
import { allContextSources, contextFolders, contextPath, isMade } from "../model/build-context.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { nearest } from "../suggest.ts";
import type { Word } from "../syntax/words.ts";

export const CopySourceNotFound: Rule<DockerfileDocument> = {
  code: "CopySourceNotFound",
  aliases: [],
  severity: "warning",
  summary: "The build context has no such file.",
  scope: { reads: ["COPY", "ADD"] },
  check(document, report, context) {
    const { host, uri } = context;
    const sources = allContextSources(document);
    // Without the folder's names nothing can be said.
    if (sources.length === 0 || host.files.list(posix.dirname(uri)) === undefined) return;
    const folders = contextFolders(context);
    const missing = sources.filter((source) => isMissing(source, folders, context));
    if (missing.length > 1 && missing.length === sources.length && !isAtRoot(context)) return;
    for (const source of missing) {
      const path = contextPath(source);
      const near = likely(path, folders, host.files);
      const message = near
        ? near.toLowerCase() === path.toLowerCase()
          ? t("The build context has {1}, not {0}: upper and lower case matter.", path, near)
          : t("The build context has no {0}. Did you mean {1}?", path, near)
        : t("The build context has no {0}.", path);
      report(source, message, {
        fixes: () => (near ? [change(document, source, path, near)] : []),
      });
    }
  },
};

/** What leaves the context is told elsewhere. */
function isMissing(source: Word, folders: readonly string[], context: RuleContext): boolean {
  const path = contextPath(source);
  if (path === "" || /^["']?(?:\.\/)*\.\.(?:\/|$)/.test(source.text)) return false;
  const { files } = context.host;
  const kinds = folders.map((folder) => files.kind(`${folder}/${path}`));
  return kinds.every((kind) => kind === null) && !isMade(path, folders, context);
}

/** Further down, a file whose sources are all missing is built with another folder as its context. */
function isAtRoot({ uri, host }: RuleContext): boolean {
  const folder = posix.dirname(uri);
  const { folders } = host;
  return folders.length === 0 || folders.some((root) => root.replace(/\/$/, "") === folder);
}

/** The nearest path that exists: each part looked for in its folder. */
function likely(path: string, folders: readonly string[], files: HostFiles): string | undefined {
  for (const folder of folders) {
    const found = likelyIn(folder, path, files);
    if (found && found !== path) return found;
  }
  return undefined;
}

function likelyIn(folder: string, path: string, files: HostFiles): string | undefined {
  const found: string[] = [];
  for (const part of path.split("/")) {
    const names = (files.list([folder, ...found].join("/")) ?? []).map((name) =>
      name.replace(/\/$/, ""),
    );
    const near = names.includes(part) ? part : nearest(part, names.slice(0, 500));
    if (near === undefined) return undefined;
    found.push(near);
  }
  return found.join("/");
}

function change(
  document: DockerfileDocument,
  { start, end, text }: Word,
  path: string,
  near: string,
): Fix {
  const word = text.includes(path) ? text.replace(path, () => near) : near;
  // In the JSON form, the quotes around a word are not part of its text.
  const isBare = document.text[start] === '"' && !text.startsWith('"');
  const newText = isBare ? JSON.stringify(word) : word;
  return { title: t("Change to {0}", near), edits: [{ start, end, newText }] };
}
