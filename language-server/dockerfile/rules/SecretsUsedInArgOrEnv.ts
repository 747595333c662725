// Secrets that end up in the image, by the name of their variable.
import { t } from "../../l10n.ts";
import type { Rule } from "../../lint/rule.ts";
import type { DockerfileDocument } from "../model/document.ts";
import type { Pair } from "../syntax/instruction.ts";

const SECRET = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const HARMLESS = /(?:_|^)(?:public|file|version)(?:_|$)/i;

export const SecretsUsedInArgOrEnv: Rule<DockerfileDocument> = {
  code: "SecretsUsedInArgOrEnv",
  aliases: ["DL3064"],
  severity: "warning",
  summary: "ARG and ENV are readable in the image; hand secrets over with RUN --mount=type=secret.",
  scope: { each: ["ENV", "ARG"] },
  check(document, report) {
    for (const { key } of declarations(document))
      if (looksSecret(key.text))
        report(
          key,
          t("{0} looks like a secret; everybody who has the image can read it.", key.text),
          { aliases: looksPrivate(key.text) ? ["DL3064"] : [] },
        );
  },
};

/** The keys and values of every ARG and ENV. */
export function declarations(document: DockerfileDocument): readonly Pair[] {
  return ["ARG", "ENV"].flatMap((keyword) =>
    document.byKeyword(keyword).flatMap(({ pairs }) => pairs),
  );
}

/** By BuildKit's measure. */
export function looksSecret(name: string): boolean {
  return SECRET.test(name) && !HARMLESS.test(name);
}

const PRIVATE =
  /(?:_|^)(?:access_token|auth|auth_?token|credentials|encryption_key|passphrase|passwd|password|private|pword|secret|token|username)(?:_|$)|(?:access|api|private|secret)_?key/i;

/** By hadolint's measure, which counts accounts in, but not every key. */
export function looksPrivate(name: string): boolean {
  return PRIVATE.test(name);
}
