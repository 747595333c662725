// Opens logs and terminals of containers again after the window was reloaded. VS Code forgets such
// terminals; the containers behind them go on. Shells are not opened again: their process has ended.
import type { Disposable, Memento } from "vscode";
import type { Connection } from "../connections/connection.ts";
import type { UnfoldedEngines } from "../connections/unfolded-engines.ts";
import type { Engine } from "../engine/engine.ts";
import { openAttach } from "./attach.ts";
import { logsAsSet, openLogs } from "./logs.ts";
import { isOf } from "./logs-wish.ts";
import { onDidChangeOpen, type Reopened } from "./open.ts";
import { openRunAgain } from "./run.ts";

const KEY = "terminals.open";

/** More than these nobody has open; those on engines that never come again are forgotten at last. */
const MOST = 50;

/**
 * Remembers what is open from now on, and opens what was open last as soon as its engine is known, the
 * one in use or an unfolded one: nothing is asked of it for this alone. Containers that are gone are
 * passed over.
 */
export function restoreTerminals(
  connection: Pick<Connection, "current" | "onDidChange">,
  unfolded: Pick<UnfoldedEngines, "engines" | "onDidChange">,
  memory: Pick<Memento, "get" | "update">,
): Disposable {
  let waiting = memory.get<readonly Reopened[]>(KEY, []);
  const kept = onDidChangeOpen(
    (open) => void memory.update(KEY, [...waiting, ...open].slice(-MOST)),
  );
  const look = () => {
    if (waiting.length === 0) return;
    for (const engine of [connection.current, ...unfolded.engines]) {
      if (!engine?.model.live) continue;
      const isHere = (one: Reopened) => one.engine === engine.endpoint.host;
      const here = waiting.filter(isHere);
      waiting = waiting.filter((one) => !isHere(one));
      for (const terminal of here) reopen(engine, terminal);
    }
  };
  const known = [connection.onDidChange(look), unfolded.onDidChange(look)];
  return {
    dispose() {
      for (const one of [kept, ...known]) one.dispose();
    },
  };
}

function reopen(engine: Engine, { kind, title, containers, project }: Reopened): void {
  const { containers: all } = engine.model;
  // A project may have others by now.
  const found = project
    ? [...all.values()].filter((one) => isOf(project, one))
    : containers.flatMap((id) => all.get(id) ?? []);
  const [first] = found;
  if (!first) return;
  const of = { title, ...(project && { project }) };
  if (kind === "logs") openLogs(engine, found, logsAsSet(), of, { quietly: true });
  else if (first.state !== "running") return;
  else if (kind === "run") openRunAgain(engine, first, { quietly: true });
  else openAttach(engine, first, { quietly: true });
}
