// Questions that several commands ask, and progress with cancel. Knows no object.
import { ProgressLocation, window } from "vscode";
import { engineName } from "../connections/engine-names.ts";
import { isGuarded } from "../connections/guard.ts";
import type { Engine } from "../engine/engine.ts";
import { toEngineError } from "../engine/errors.ts";
import { t } from "../engine/text.ts";

/** Asks before something is lost, in a modal that names the objects, and the engine where it needs to be told. */
export async function sure(
  engine: Engine,
  question: string,
  detail: string,
  action: string,
): Promise<boolean> {
  return (await choose(engine, question, detail, [action])) === action;
}

/** The same with several ways to do it; undefined when dismissed. */
export async function choose(
  engine: Engine,
  question: string,
  detail: string,
  actions: readonly string[],
): Promise<string | undefined> {
  const { local, origin } = engine.endpoint;
  const guarded = isGuarded(engine.endpoint);
  const isObvious = local && origin !== "unfolded" && !guarded;
  const where = isObvious ? "" : t("Engine: {0}", engineName(engine));
  const text = [detail, where].filter(Boolean).join("\n\n");
  const options = { modal: true, ...(text && { detail: text }) };
  const answer = await window.showWarningMessage(question, options, ...actions);
  return answer === undefined || !guarded || (await typesName(engine, answer)) ? answer : undefined;
}

/** Whether the person types the name of a guarded engine, which no slip of the hand does. */
async function typesName(engine: Engine, action: string): Promise<boolean> {
  const name = engineName(engine);
  const answer = await window.showInputBox({
    title: t("Guarded engine: {0}", action),
    prompt: t("Type {0} to go on", name),
    placeHolder: name,
    ignoreFocusOut: true,
    validateInput: (text) => (text.trim() === name ? undefined : t("This is not {0}.", name)),
  });
  return answer?.trim() === name;
}

export interface TextWish {
  readonly value?: string;
  readonly placeHolder?: string;
  /** Whether an empty text is an answer, too. */
  readonly optional?: boolean;
  /** Throws what is wrong with a text that is not empty. */
  readonly check?: (text: string) => unknown;
}

/** A text; undefined when dismissed. */
export async function askText(
  title: string,
  { value = "", placeHolder = "", optional = false, check }: TextWish = {},
): Promise<string | undefined> {
  const trouble = (text: string) => {
    if (!text) return optional ? undefined : t("This must not be empty.");
    try {
      check?.(text);
      return undefined;
    } catch (error) {
      return toEngineError(error).message;
    }
  };
  const answer = await window.showInputBox({
    title,
    value,
    placeHolder,
    validateInput: (text) => trouble(text.trim()),
  });
  return answer?.trim();
}

/** Runs long work with progress and a cancel button; `report` shows what is being done. */
export function withProgress<T>(
  title: string,
  work: (signal: AbortSignal, report: (message: string) => void) => Promise<T>,
): Promise<T> {
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  const done = window.withProgress(options, async (progress, token) => {
    const abort = new AbortController();
    const heard = token.onCancellationRequested(() => abort.abort());
    try {
      return await work(abort.signal, (message) => progress.report({ message }));
    } finally {
      heard.dispose();
    }
  });
  return Promise.resolve(done);
}

/** What lasts longer than this (ms) is shown with a way to give it up. */
const patience = 2000;

/** Runs work that is mostly short; when it is not, progress and a cancel button come up meanwhile. */
export async function withLateProgress<T>(
  title: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  const done = work(abort.signal);
  const timer = setTimeout(() => {
    const options = { location: ProgressLocation.Notification, title, cancellable: true };
    void window.withProgress(options, async (_progress, token) => {
      const heard = token.onCancellationRequested(() => abort.abort());
      await done.catch(() => {});
      heard.dispose();
    });
  }, patience);
  return done.finally(() => clearTimeout(timer));
}

/** Does something to each object side by side; all are tried, then the first failure is thrown. */
export async function each<T>(
  objects: readonly T[],
  act: (object: T) => Promise<unknown>,
): Promise<void> {
  const results = await Promise.allSettled(objects.map(act));
  const failed = results.find((result) => result.status === "rejected");
  if (failed) throw failed.reason;
}
