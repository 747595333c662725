// Run the Health Check Now: once, as the engine would, with what came of it and of the engine's own runs.

import type { Container } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import { inspect } from "../../engine/verbs/containers.ts";
import { checkedHealthCheck, healthHistoryOf, runHealthCheck } from "../../engine/verbs/health.ts";
import { stateWords } from "../../wording/container-words.ts";
import { healthText } from "../../wording/health-text.ts";
import { announce } from "../announce.ts";
import { withLateProgress } from "../ask.ts";
import type { CommandTable } from "../command.ts";
import { isRunning, nameOf, onOne } from "../targets.ts";

const hasCheck = (container: Container) => isRunning(container) && container.health !== undefined;

const runCheck = onOne(
  "container",
  async (engine, container, { documents }) => {
    const { id, name } = container;
    const check = checkedHealthCheck(await inspect(engine, id));
    await announce(engine, "exec", name, ...check.command);
    const run = await withLateProgress(
      t("Running the health check of {0}", nameOf(container)),
      (signal) => runHealthCheck(engine, id, check, signal),
    );
    const history = healthHistoryOf(await inspect(engine, id));
    const report = { name, state: stateWords(container), check, run, history };
    await documents.show(`${name} health.txt`, healthText(report));
  },
  hasCheck,
);

export const healthCommands: CommandTable = {
  "dockwright.containers.runHealthCheck": runCheck,
};
