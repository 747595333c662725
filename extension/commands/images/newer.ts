// Look for Newer Images: asks registries what they have under the tags of images, and marks the rows.
// Only when somebody wants it: registries count such questions.
import { window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import type { Engine } from "../../engine/engine.ts";
import { toEngineError } from "../../engine/errors.ts";
import type { Image } from "../../engine/model/objects.ts";
import { credentialsFor } from "../../engine/registry/credentials.ts";
import { t } from "../../engine/text.ts";
import { isOutdated, tagsOfRegistry } from "../../engine/verbs/newer.ts";
import { log, showEquivalent } from "../../log.ts";
import { plain } from "../../wording/format.ts";
import { each, withProgress } from "../ask.ts";
import type { Services } from "../command.ts";
import { on } from "../targets.ts";
import { pullOne } from "./transfer.ts";

/** How many questions are on their way at once. */
const AT_ONCE = 4;

interface Question {
  readonly image: Image;
  readonly tag: string;
}

interface Answers {
  readonly newer: Question[];
  readonly same: Question[];
  readonly failed: { readonly tag: string; readonly error: unknown }[];
}

const tagged = ({ dangling }: Image) => !dangling;

export const lookForNewer = on("image", { where: tagged }, async (engine, images, services) => {
  const questions = images.flatMap((image) => tagsOfRegistry(image).map((tag) => ({ image, tag })));
  if (questions.length === 0)
    return window.showInformationMessage(t("They were built here: no registry knows them."));
  for (const { tag } of questions)
    showEquivalent(dockerLine("buildx", "imagetools", "inspect", tag));
  const answers = await withProgress(t("Looking for newer images"), (signal, report) =>
    askAll(engine, questions, signal, (asked) => report(`${asked} / ${questions.length}`)),
  );
  services.views.markNewer(keysOf(answers.newer), keysOf(answers.same));
  return tell(engine, answers, services);
});

const keysOf = (questions: readonly Question[]) =>
  questions.map(({ image, tag }) => `${image.id} ${tag}`);

async function askAll(
  engine: Engine,
  questions: readonly Question[],
  signal: AbortSignal,
  report: (asked: number) => void,
): Promise<Answers> {
  const answers: Answers = { newer: [], same: [], failed: [] };
  const left = [...questions];
  const worker = async () => {
    for (let next = left.shift(); next && !signal.aborted; next = left.shift()) {
      await askOne(engine, next, signal, answers);
      report(questions.length - left.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return answers;
}

async function askOne(
  engine: Engine,
  question: Question,
  signal: AbortSignal,
  { newer, same, failed }: Answers,
): Promise<void> {
  const { image, tag } = question;
  try {
    const auth = await credentialsFor(process.env, tag);
    ((await isOutdated(engine, image, tag, { auth, signal })) ? newer : same).push(question);
  } catch (error) {
    failed.push({ tag, error });
  }
}

/** Says what came of it. @throws what failed, when nothing could be asked at all */
async function tell(engine: Engine, { newer, same, failed }: Answers, services: Services) {
  const [first] = failed;
  if (failed.some(({ error }) => toEngineError(error).kind === "cancelled")) return undefined;
  if (first && newer.length + same.length === 0) throw first.error;
  for (const { tag, error } of failed) log().warn(`${tag}: ${String(error)}`);
  const silent = failed.map(({ tag }) => tag).join(", ");
  const not = silent ? t("Could not check {0}.", plain(silent)) : "";
  if (newer.length === 0) {
    const all = t("The registries have nothing newer.");
    return window.showInformationMessage([all, not].filter(Boolean).join(" "));
  }
  const names = newer.map(({ tag }) => tag);
  const found = t("The registries have newer images: {0}.", plain(names.join(", ")));
  const pull = t("Pull Again");
  const answer = await window.showInformationMessage([found, not].filter(Boolean).join(" "), pull);
  if (answer !== pull) return undefined;
  await each(names, (name) => pullOne(engine, name));
  return services.views.redraw();
}
