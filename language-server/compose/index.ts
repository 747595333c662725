// Compose as a language of the server.
import type { FeatureContext, Language } from "../language.ts";
import type { Finding } from "../lint/rule.ts";
import { optionsInSettings, severityInSettings } from "../lint/settings.ts";
import { composeProjectRequest, effectiveRequest } from "../protocol.ts";
import { complete } from "./features/completion.ts";
import { format, formatOnType } from "./features/formatting.ts";
import { hints } from "./features/hints.ts";
import { hover } from "./features/hover.ts";
import { lenses } from "./features/lenses.ts";
import { links } from "./features/links.ts";
import { definitions, highlights, references, rename, renameable } from "./features/navigation.ts";
import { folds, selections, symbols } from "./features/structure.ts";
import { tokens } from "./features/tokens.ts";
import { isSilenced, suppressions } from "./pragmas.ts";
import { modelOf } from "./project/model.ts";
import { refactorings } from "./refactor/index.ts";
import { composeProject, effectiveConfiguration } from "./requests.ts";
import { findingsOf } from "./rules/run.ts";
import { folderOf } from "./uri.ts";
import { type ComposeDocument, parseCompose } from "./yaml/document.ts";

export const compose: Language<ComposeDocument> = {
  parse: parseCompose,
  lint,
  refactorings,
  suppressions,
  dependsOn: (uri, changed) =>
    uri !== changed &&
    /\.(?:ya?ml|env)$|\/\.env[^/]*$/.test(changed) &&
    changed.startsWith(folderOf(uri)),
  complete,
  hover,
  lenses,
  tokens,
  format,
  formatOnType,
  hints,
  symbols,
  folds,
  selections,
  highlights,
  definitions,
  references,
  renameable,
  rename,
  links,
  requests: {
    [composeProjectRequest]: composeProject,
    [effectiveRequest]: effectiveConfiguration,
  },
};

function lint(
  document: ComposeDocument,
  { uri, host, settings }: FeatureContext,
): readonly Finding[] {
  const model = modelOf(document, uri, host);
  return findingsOf(
    model,
    { uri, host, options: optionsInSettings(settings) },
    {
      severity: (rule) => severityInSettings(rule, settings),
      unsilenced: (finding) => (isSilenced(document, finding) ? undefined : finding),
    },
  );
}
