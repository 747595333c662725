// Opens logs and terminals of containers again after the window was reloaded. VS Code forgets such
// terminals; the containers behind them go on. Shells are not opened again: their process has ended.
import type { Disposable, Memento } from "vscode";
import type { Connection } from "../connections/connection.ts";
import type { Engine } from "../engine/engine.ts";
import { openAttach } from "./attach.ts";
import { logsAsSet, openLogs } from "./logs.ts";
import { onDidChangeOpen, type Reopened } from "./open.ts";
import { openRunAgain } from "./run.ts";

const KEY = "terminals.open";

/**
 * Remembers what is open from now on, and opens what was open last as soon as the engine is known:
 * nothing is asked of it for this alone. Containers that are gone, or on another engine, are passed over.
 */
export function restoreTerminals(connection: Connection, memory: Memento): Disposable {
  let waiting = memory.get<readonly Reopened[]>(KEY, []);
  const kept = onDidChangeOpen((open) => void memory.update(KEY, [...waiting, ...open]));
  const known = connection.onDidChange((engine) => {
    if (waiting.length === 0 || !engine?.model.live) return;
    const wanted = waiting;
    waiting = [];
    for (const terminal of wanted) reopen(engine, terminal);
  });
  return {
    dispose() {
      kept.dispose();
      known.dispose();
    },
  };
}

function reopen(engine: Engine, { kind, title, containers, project }: Reopened): void {
  const found = containers.flatMap((id) => engine.model.containers.get(id) ?? []);
  const [first] = found;
  if (!first) return;
  const of = { title, ...(project && { project }) };
  if (kind === "logs") openLogs(engine, found, logsAsSet(), of, { quietly: true });
  else if (first.state !== "running") return;
  else if (kind === "run") openRunAgain(engine, first, { quietly: true });
  else openAttach(engine, first, { quietly: true });
}
