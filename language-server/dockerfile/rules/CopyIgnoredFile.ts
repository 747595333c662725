// Sources of COPY and ADD that .dockerignore keeps out of the build context.
import { posix } from "node:path";
import { type Ignore, readIgnore } from "../../dockerignore.ts";
import { t } from "../../l10n.ts";
import type { Rule, RuleContext } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../document.ts";
import type { Instruction } from "../instruction.ts";
import type { Word } from "../words.ts";

export const CopyIgnoredFile: Rule<DockerfileDocument> = {
  code: "CopyIgnoredFile",
  aliases: [],
  severity: "warning",
  summary: "The source is excluded by .dockerignore, so the build does not see it.",
  check(document, report, context) {
    const ignore = ignoreFile(context);
    // With exceptions BuildKit does not judge either.
    if (!ignore || ignore.hasExceptions) return;
    const copies = [...document.byKeyword("COPY"), ...document.byKeyword("ADD")];
    for (const source of copies.flatMap(contextSources)) {
      const path = posix.normalize(source.text).replace(/^\/+|\/+$/g, "");
      const line = ignore.lineExcluding(path);
      if (line !== undefined)
        report(source, t("Line {0} of .dockerignore excludes {1}.", line, source.text));
    }
  },
};

function ignoreFile({ uri, host }: RuleContext): Ignore | undefined {
  const files = [`${uri}.dockerignore`, `${posix.dirname(uri)}/.dockerignore`];
  const text = files.map((file) => host.files.read(file)).find((read) => typeof read === "string");
  return text ? readIgnore(text) : undefined;
}

/** Sources that are plain paths of the build context. */
function contextSources(copy: Instruction): readonly Word[] {
  if (copy.flag("from")) return [];
  return copy.words.slice(0, -1).filter(({ text }) => !/[$*?[]|^<<|:\/\/|@/.test(text));
}
