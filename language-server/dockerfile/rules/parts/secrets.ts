// Which names mean secrets, and how a secret is kept out of the image: by a secret mount in every
// RUN that reads it, or by handing it over when the container starts.
import { t } from "../../../l10n.ts";
import type { Fix } from "../../../lint/rule.ts";
import type { DockerfileDocument } from "../../model/document.ts";
import type { Instruction } from "../../syntax/instruction.ts";
import { withoutInstruction } from "../../whole-lines.ts";

const SECRET = /(?:_|^)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)/i;
const HARMLESS = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** Before the first FROM, where a build argument gets into no image by itself. */
export function isBeforeStages(
  { stages }: DockerfileDocument,
  { index }: Pick<Instruction, "index">,
): boolean {
  const [first] = stages;
  return first !== undefined && index < first.from.index;
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

/** A build argument goes; every RUN that reads it gets it in a secret mount. */
export function secretMount(document: DockerfileDocument, arg: Instruction): readonly Fix[] {
  const stage = document.stageOf(arg);
  const [pair, ...more] = arg.pairs;
  if (arg.keyword !== "ARG" || !stage || !pair || more.length > 0 || !looksSecret(pair.key.text))
    return [];
  const name = pair.key.text;
  const readers = readersOf(document, arg, name);
  // Elsewhere than in a RUN its value would be kept, mount or no mount.
  if (readers.length === 0 || readers.some(({ keyword }) => keyword !== "RUN")) return [];
  const id = name.toLowerCase();
  const newText = ` --mount=type=secret,id=${id},env=${name}`;
  return [
    {
      title: t("Pass {0} in a secret mount (docker build --secret id={1})", name, id),
      edits: [
        withoutInstruction(document, arg),
        ...readers.map(({ keywordSpan: { end } }) => ({ start: end, end, newText })),
      ],
    },
  ];
}

/** An ENV that the build itself does not read is set when the container starts. */
export function withoutSecret(document: DockerfileDocument, env: Instruction): readonly Fix[] {
  const [pair, ...more] = env.pairs;
  if (env.keyword !== "ENV" || !pair || more.length > 0) return [];
  const name = pair.key.text;
  const title = t("Remove {0}; set it when the container starts (docker run -e {0})", name);
  return readersOf(document, env, name).some(({ keyword }) => !/^(?:CMD|ENTRYPOINT)$/.test(keyword))
    ? []
    : [{ title, edits: [withoutInstruction(document, env)] }];
}

/** The instructions of the stage that name a variable. */
function readersOf(document: DockerfileDocument, declaration: Instruction, name: string) {
  const uses = new RegExp(`\\$\\{?${name}\\b`);
  return (document.stageOf(declaration)?.instructions ?? []).filter(
    (one) => one.index > declaration.index && uses.test(document.slice(one.fullSpan)),
  );
}
