// Says what is about to be done to an engine, as the docker line that equals it. On a guarded engine it asks
// first where that takes something away from those who use it. Knows no command.
import { window } from "vscode";
import { engineName } from "../connections/engine-names.ts";
import { isGuarded } from "../connections/guard.ts";
import { engineLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import { EngineError } from "../engine/errors.ts";
import { t } from "../engine/text.ts";
import { showEquivalent } from "../log.ts";

/** Verbs that take away what runs. What removes something is asked about with what is lost: `choose`. */
const interrupting: ReadonlySet<string | undefined> = new Set(["stop", "restart", "pause", "kill"]);

/**
 * Writes the docker line, once it may be done.
 * @throws EngineError `cancelled` when the person thinks better of it
 */
export async function announce(
  engine: Engine,
  ...args: readonly (string | undefined)[]
): Promise<void> {
  const line = engineLine(engine, ...args);
  if (interrupting.has(args[0])) await consent(engine, line);
  showEquivalent(line);
}

/** Asks in the same way before Compose is run, which writes its line itself. */
export async function mayCompose(
  engine: () => Promise<Engine>,
  project: string,
  args: readonly string[],
): Promise<void> {
  if (!interrupting.has(args[0])) return;
  const found = await engine();
  await consent(found, engineLine(found, "compose", "-p", project, ...args));
}

async function consent(engine: Engine, line: string): Promise<void> {
  if (!isGuarded(engine.endpoint)) return;
  const action = t("Do It");
  const question = t("The engine {0} is guarded. Do this there?", engineName(engine));
  const answer = await window.showWarningMessage(question, { modal: true, detail: line }, action);
  if (answer !== action) throw new EngineError("cancelled", t("Cancelled."));
}
