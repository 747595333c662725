// The table of all languages: how their files and requests are known. A start does not need their
// code; it comes with the first of these.
import type { KnownLanguage } from "./language.ts";
import { composeProjectRequest, dockerfileFactsRequest, effectiveRequest } from "./protocol.ts";

/** In the order in which they are asked whether a file is theirs. `load` gives their code. */
export const knownLanguages = (
  load: Readonly<Record<"dockerfile" | "compose", KnownLanguage["load"]>>,
): readonly KnownLanguage[] => [
  {
    ids: ["dockerfile"],
    matches: (uri) =>
      /(?:^|\/)(?:Docker|Container)file[^/]*$|\.(?:docker|container)file$/i.test(uri) &&
      !uri.endsWith(".dockerignore"),
    requests: [dockerfileFactsRequest],
    load: load.dockerfile,
  },
  {
    ids: ["dockercompose"],
    matches: (uri) => /(?:^|\/)(?:docker-)?compose(?:\.[^/]+)?\.ya?ml$/i.test(uri),
    requests: [composeProjectRequest, effectiveRequest],
    load: load.compose,
  },
];
