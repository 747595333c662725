// Semantic tokens: what the grammar cannot know. Names by what they mean, variables, anchors.
import type { Token, TokenType } from "../../language.ts";
import type { ComposeDocument } from "../yaml/document.ts";
import type { NameKind } from "./name.ts";
import { namesIn } from "./names.ts";

const types: Readonly<Record<NameKind, TokenType>> = {
  services: "class",
  networks: "namespace",
  volumes: "type",
  configs: "type",
  secrets: "type",
  models: "type",
  profile: "modifier",
  anchor: "macro",
  variable: "variable",
  stage: "class",
  argument: "parameter",
};

export function tokens(document: ComposeDocument): readonly Token[] {
  return namesIn(document).map(({ kind, start, end, declares }) => ({
    start,
    end,
    type: types[kind],
    ...(declares ? { modifiers: ["declaration" as const] } : {}),
  }));
}
