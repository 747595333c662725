// What stands below an engine that is not in use: its containers, and the rest in groups. The rows are those
// of the other views, and carry their engine.
import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import type { Engine } from "../engine/engine.ts";
import { t } from "../engine/text.ts";
import { containerRows } from "./containers.ts";
import { engineFacts } from "./engine-facts.ts";
import { imageRows } from "./images.ts";
import type { Node } from "./node.ts";
import type { Options, ViewName } from "./options.ts";
import { type Group, line } from "./rows.ts";
import { networkRows, volumeRows } from "./volumes.ts";

export type OptionsOf = (view: ViewName) => Options;

/** The rows of all that the engine holds, below the row with the id `at`. */
export function engineObjects(at: string, engine: Engine, options: OptionsOf): Node[] {
  const about: Node = {
    ...line({ id: "about", label: t("About this engine"), icon: "info", contextValue: "about" }),
    children: () => engineFacts(engine),
  };
  return [
    ...containerRows(engine, options("containers")),
    folder("images", t("Images"), "package", imageRows(engine, options("images"))),
    folder("volumes", t("Volumes"), "database", volumeRows(engine, options("volumes"))),
    folder("networks", t("Networks"), "repo-forked", networkRows(engine, options("networks"))),
    about,
  ].map((row) => ofEngine(at, engine, row));
}

/** All objects of one kind, folded. */
function folder(kind: string, label: string, icon: string, rows: readonly Node[]): Node {
  const count = rows.reduce((sum, { object }) => sum + countOf(object as Group | undefined), 0);
  return {
    id: kind,
    contextValue: `folder.${kind}`,
    stamp: count,
    isGroup: true,
    item() {
      const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
      item.description = String(count);
      item.iconPath = new ThemeIcon(icon);
      item.accessibilityInformation = { label: `${label}, ${count}` };
      return item;
    },
    children: () => rows,
  };
}

const countOf = (object: Group | undefined) =>
  object?.kind === "group" ? object.objects.length : 1;

/** The row, with all that hangs on it, as one of this engine: its object may be on others, too. */
function ofEngine(at: string, engine: Engine, row: Node): Node {
  const { children } = row;
  const below = async () => (await children?.call(row)) ?? [];
  const own: Node = {
    ...row,
    id: `${at}/${row.id}`,
    engine,
    item() {
      const item = row.item();
      // A click has to tell the row that knows its engine.
      if (item.command) item.command = { ...item.command, arguments: [own] };
      return item;
    },
    ...(children && {
      children: async () => (await below()).map((child) => ofEngine(at, engine, child)),
    }),
  };
  return own;
}
