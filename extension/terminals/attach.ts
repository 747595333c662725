// Terminals on the main process of a container.
import { window } from "vscode";
import { engineLine } from "../docker-line.ts";
import type { Engine } from "../engine/engine.ts";
import { toEngineError } from "../engine/errors.ts";
import { ranOutOfMemory } from "../engine/streams/memory.ts";
import { t } from "../engine/text.ts";
import { kill, stop } from "../engine/verbs/containers.ts";
import { attachRunning } from "../engine/verbs/run.ts";
import { setting } from "../settings.ts";
import { type ContainerName, localMounts } from "./exec.ts";
import { openTerminal, type ShowOptions, tellLeft } from "./open.ts";
import { SessionTerminal } from "./session-terminal.ts";

/** As the docker CLI does, which passes its signals on. */
export const interrupts = (engine: Engine, id: string) => () =>
  void kill(engine, id, "SIGINT").catch(() => {});

/** Opens a terminal on the container's main process. Closing it stops nothing, unless that is set so. */
export function openAttach(engine: Engine, container: ContainerName, show?: ShowOptions): void {
  const { id, name } = container;
  const key = `attach ${id}`;
  const line = engineLine(engine, "attach", name);
  openTerminal(
    {
      key,
      name,
      icon: "plug",
      lines: [line],
      make: () => attachTerminal(engine, container, key, line),
      again: { kind: "attach", title: name, engine: engine.endpoint.host, containers: [id] },
      onClosedByPerson: () => {
        if (setting("attach.stopOnClose", false)) stop(engine, id).catch(tellFailure);
      },
    },
    show,
  );
}

const tellFailure = (error: unknown) => window.showErrorMessage(toEngineError(error).message);

function attachTerminal(
  engine: Engine,
  container: ContainerName,
  key: string,
  line: string,
): SessionTerminal {
  const { id, name } = container;
  return new SessionTerminal({
    line,
    mounts: localMounts(engine, container),
    detached: t("Detached from {0}, which keeps running.", name),
    again: t("Press Enter to attach again, or any other key to close the terminal."),
    takesDetachKeys: true,
    onLeft: (isLeft) => tellLeft(key, isLeft),
    start: async () => {
      const { tty, ...session } = await attachRunning(engine, id);
      return {
        ...{ session, tty, interrupt: interrupts(engine, id) },
        ranOutOfMemory: (since) => ranOutOfMemory(engine, id, since),
      };
    },
  });
}
