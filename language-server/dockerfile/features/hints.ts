// Inlay hints: the values of variables, and what instructions added to the image when it was last
// built. Each kind has its own switch.
import { t } from "../../l10n.ts";
import type { FeatureContext, Hint } from "../../language.ts";
import { shownSize } from "../../shown-size.ts";
import type { Span } from "../../text.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { variableAt, variableValue } from "../model/scopes.ts";
import { layerSizes } from "./layer-sizes.ts";
import { occurrences } from "./names.ts";

export function hints(
  document: DockerfileDocument,
  span: Span,
  context: FeatureContext,
): readonly Hint[] {
  const { variables = true, layers = true } = context.settings.inlayHints ?? {};
  return [
    ...(variables ? variableHints(document, span) : []),
    ...(layers ? layerHints(document, span, context) : []),
  ];
}

/** Where a value decides what the line does; RUN and CMD read theirs at run time. */
const HINTED = new Set(["FROM", "WORKDIR", "COPY", "ADD", "EXPOSE", "USER", "VOLUME"]);

/** The values of variables, behind the variable. */
function variableHints(document: DockerfileDocument, span: Span): readonly Hint[] {
  return document
    .derive(occurrences)
    .flatMap(({ start, end, kind, declares, instruction, name }) => {
      const visible = start >= span.start && end <= span.end;
      if (!visible || kind !== "variable" || declares || !HINTED.has(instruction.keyword))
        return [];
      const variable = variableAt(document, instruction, name);
      const value = variable && variableValue(document, variable);
      const offset = document.text[end] === "}" ? end + 1 : end;
      return value && value.length <= 60
        ? [{ offset, label: `= ${value}`, paddingLeft: true }]
        : [];
    });
}

/** The size of each layer, at the end of the first line of its instruction. */
function layerHints(
  document: DockerfileDocument,
  span: Span,
  { uri, host }: FeatureContext,
): readonly Hint[] {
  const image = host.engine?.builtImage(uri);
  if (!image) return [];
  const { lines } = document;
  return [...layerSizes(document, image)].flatMap(([{ keywordSpan }, size]) => {
    const offset = lines.line(lines.lineAt(keywordSpan.end)).end;
    if (size === 0 || offset < span.start || offset > span.end) return [];
    const tooltip = t("What this instruction added to {0} when it was built", image.reference);
    return [{ offset, label: shownSize(size), tooltip, paddingLeft: true }];
  });
}
