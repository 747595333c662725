// Sources of COPY and ADD that .dockerignore keeps out of the build context.
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { allContextSources, contextPath, ignoreFile } from "../model/build-context.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const CopyIgnoredFile: Rule<DockerfileDocument> = {
  code: "CopyIgnoredFile",
  aliases: [],
  severity: "warning",
  summary: "The source is excluded by .dockerignore, so the build does not see it.",
  scope: { each: ["COPY", "ADD"] },
  check(document, report, context) {
    const ignore = ignoreFile(context);
    if (!ignore) return;
    for (const source of allContextSources(document)) {
      const path = contextPath(source);
      const line = path === "" ? undefined : ignore.lineExcluding(path);
      // Of a folder, exceptions may leave a part.
      if (line === undefined || ignore.takesBackBelow(path)) continue;
      report(source, t("Line {0} of .dockerignore excludes {1}.", line, path), {
        fixes: () => [takeBack(ignore.uri, context.host.files.read(ignore.uri) ?? "", path)],
      });
    }
  },
};

/** An exception at the end of .dockerignore. */
function takeBack(uri: string, text: string, path: string): Fix {
  const end = text.length;
  const newText = `${text === "" || text.endsWith("\n") ? "" : "\n"}!${path}\n`;
  return {
    title: t("Take {0} out of .dockerignore", path),
    edits: [],
    otherFiles: { [uri]: [{ start: end, end, newText }] },
  };
}
