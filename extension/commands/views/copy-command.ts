// Copy Equivalent Command…: the docker lines for the clicked rows, and those that were run last.
import { env, QuickPickItemKind, window } from "vscode";
import { engineLine } from "../../docker-line.ts";
import type { Engine } from "../../engine/engine.ts";
import type { EngineObject, Kind } from "../../engine/model/objects.ts";
import { t } from "../../engine/text.ts";
import { equivalentsSoFar } from "../../log.ts";
import type { Node } from "../../views/node.ts";
import type { Command } from "../command.ts";
import { isRunning, isStartable, isUp, objectsOf } from "../targets.ts";

/** Words of a line; `*` stands for the names. */
type Line = string;

const lines: { [kind in Kind]: readonly Line[] } = {
  container: [
    "logs -f *",
    "inspect *",
    "restart *",
    "rename * new-name",
    "port *",
    "diff *",
    "commit * name:tag",
    "cp *:/path .",
    "cp file *:/path",
    "export -o files.tar *",
    "rm *",
    "rm -f -v *",
  ],
  image: [
    "run -d *",
    "run -it --rm *",
    "image inspect *",
    "history --no-trunc *",
    "tag * name:tag",
    "push *",
    "pull *",
    "save -o image.tar *",
    "rmi *",
  ],
  volume: ["volume inspect *", "volume rm *"],
  network: ["network inspect *", "network connect * container", "network rm *"],
};

const ofState: readonly (readonly [typeof isUp, readonly Line[]])[] = [
  [isRunning, ["exec -it * sh", "attach *", "pause *"]],
  [({ state }) => state === "paused", ["unpause *"]],
  [isUp, ["stop *", "kill *", "top *", "stats *"]],
  [isStartable, ["start *", "start -ai *"]],
];

/** The docker lines that make sense for these rows. */
function linesFor(engine: Engine, nodes: readonly Node[]): string[] {
  return (Object.keys(lines) as Kind[]).flatMap((kind) => {
    const objects = objectsOf(kind, nodes);
    if (objects.length === 0) return [];
    const names = objects.map(nameInLine);
    const containers = objectsOf("container", nodes);
    const special =
      kind === "container"
        ? ofState.flatMap(([fits, some]) => (containers.every((one) => fits(one)) ? some : []))
        : [];
    return [...special, ...lines[kind]].flatMap((line) => filledIn(engine, line, names));
  });
}

function nameInLine(object: EngineObject): string {
  return object.kind === "image" ? (object.tags[0] ?? object.id) : object.name;
}

// Several names go behind a verb that takes them; else each gets a line of its own.
function filledIn(engine: Engine, line: Line, names: readonly string[]): string[] {
  const words = line.split(" ");
  if (line.endsWith(" *") && !line.startsWith("export") && !/^(run|history|push|pull)/.test(line))
    return [engineLine(engine, ...words.slice(0, -1), ...names)];
  return names.map((name) => engineLine(engine, ...words.map((word) => word.replace("*", name))));
}

export const copyCommand: Command = async (services, nodes) => {
  const done = equivalentsSoFar();
  const possible = nodes.length > 0 ? linesFor(await services.engine(), nodes) : [];
  const head = (label: string) => ({ label, kind: QuickPickItemKind.Separator });
  const items = [
    ...(possible.length > 0 ? [head(t("For the selection"))] : []),
    ...possible.map((label) => ({ label })),
    ...(done.length > 0 ? [head(t("Run recently"))] : []),
    ...done.map((label) => ({ label })),
  ];
  if (items.length === 0)
    return window.showInformationMessage(t("Nothing has been run yet. Select a row first."));
  const picked = await window.showQuickPick(items, { placeHolder: t("Command to copy") });
  if (picked) await env.clipboard.writeText(picked.label);
  return undefined;
};
