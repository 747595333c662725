// Sources of COPY and ADD that .dockerignore keeps out of the build context.
import { posix } from "node:path";
import { t } from "../../l10n.ts";
import type { Fix, Rule } from "../../lint/rule.ts";
import { allContextSources, ignoreFile } from "../model/build-context.ts";
import type { DockerfileDocument } from "../model/document.ts";

export const CopyIgnoredFile: Rule<DockerfileDocument> = {
  code: "CopyIgnoredFile",
  aliases: [],
  severity: "warning",
  summary: "The source is excluded by .dockerignore, so the build does not see it.",
  scope: { each: ["COPY", "ADD"] },
  check(document, report, context) {
    const ignore = ignoreFile(context);
    // With exceptions BuildKit does not judge either.
    if (!ignore || ignore.hasExceptions) return;
    for (const source of allContextSources(document)) {
      const path = posix.normalize(source.text).replace(/^\/+|\/+$/g, "");
      const line = ignore.lineExcluding(path);
      if (line !== undefined)
        report(source, t("Line {0} of .dockerignore excludes {1}.", line, source.text), {
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
