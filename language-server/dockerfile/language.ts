// The Dockerfile language: where each feature of it is.
import type { Language } from "../language.ts";
import { type DockerfileQuestion, dockerfileFactsRequest } from "../protocol.ts";
import { factsOf } from "./facts.ts";
import { complete } from "./features/completion.ts";
import { format, formatOnType } from "./features/formatting.ts";
import { hints } from "./features/hints.ts";
import { hover } from "./features/hover.ts";
import {
  definitions,
  highlights,
  linked,
  links,
  references,
  rename,
  renameable,
} from "./features/navigation.ts";
import { refactorings } from "./features/refactorings.ts";
import { signature } from "./features/signature.ts";
import { folds, lenses, names, selections, symbols, tokens } from "./features/structure.ts";
import { suppressions } from "./features/suppressions.ts";
import { lintDockerfile } from "./lint/lint.ts";
import { type DockerfileDocument, parseDockerfile } from "./model/document.ts";

export const dockerfile: Language<DockerfileDocument> = {
  parse: parseDockerfile,
  lint: lintDockerfile,
  dependsOn: (_uri, changed) => /\.dockerignore$|\.hadolint\.ya?ml$/.test(changed),
  complete,
  hover,
  signature,
  symbols,
  names,
  folds,
  selections,
  tokens,
  highlights,
  definitions,
  references,
  renameable,
  rename,
  linked,
  links,
  format,
  formatOnType,
  hints,
  lenses,
  refactorings,
  suppressions,
  requests: {
    [dockerfileFactsRequest]: ({ text }: DockerfileQuestion) => factsOf(parseDockerfile(text)),
  },
};
