// From a build argument that holds a secret to a secret mount, in every RUN that reads it.
import { t } from "../../l10n.ts";
import type { Refactoring } from "../../language.ts";
import type { DockerfileDocument } from "../model/document.ts";
import { looksSecret } from "../rules/SecretsUsedInArgOrEnv.ts";
import type { Instruction } from "../syntax/instruction.ts";
import { withoutInstruction } from "../whole-lines.ts";
import { rewrite } from "./rewrite.ts";

export function secretMount(
  document: DockerfileDocument,
  arg: Instruction,
): readonly Refactoring[] {
  const stage = document.stageOf(arg);
  const [pair, ...more] = arg.pairs;
  if (arg.keyword !== "ARG" || !stage || !pair || more.length > 0 || !looksSecret(pair.key.text))
    return [];
  const name = pair.key.text;
  const uses = new RegExp(`\\$\\{?${name}\\b`);
  const readers = stage.instructions.filter(
    (one) => one.index > arg.index && uses.test(document.slice(one.fullSpan)),
  );
  // Elsewhere than in a RUN its value would be kept, mount or no mount.
  if (readers.length === 0 || readers.some(({ keyword }) => keyword !== "RUN")) return [];
  const id = name.toLowerCase();
  return [
    rewrite(
      t("Hand {0} over in a secret mount (docker build --secret id={1})", name, id),
      withoutInstruction(document, arg),
      ...readers.map(({ keywordSpan: { end } }) => ({
        start: end,
        end,
        newText: ` --mount=type=secret,id=${id},env=${name}`,
      })),
    ),
  ];
}
