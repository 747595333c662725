// Compose as a language of the server.
import type { FeatureContext, Language } from "../language.ts";
import type { Finding } from "../lint/rule.ts";
import { type ComposeDocument, parseCompose } from "./document.ts";
import type { Problem } from "./problem.ts";
import { root } from "./schema/schema.ts";
import { checkSchema } from "./schema/walker.ts";

export const compose: Language<ComposeDocument> = {
  ids: ["dockercompose"],
  matches: (uri) => /(?:^|\/)(?:docker-)?compose(?:\.[^/]+)?\.ya?ml$/i.test(uri),
  parse: parseCompose,
  lint,
};

function lint(document: ComposeDocument, _context: FeatureContext): readonly Finding[] {
  const problems: Problem[] = [...document.problems];
  for (const tree of document.documents)
    checkSchema(tree, root, (code, { source, start, end }, message, more) =>
      problems.push({ code, source, start, end, message, ...more }),
    );
  return problems
    .filter(({ source }) => source === document)
    .map((problem) => ({ severity: "error", aliases: [], ...problem }) as Finding);
}
