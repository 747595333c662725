// The parts of which the rows of every view are made: groups and lines. Knows no kind of object.
import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { t } from "../engine/text.ts";
import { plain } from "../wording/format.ts";
import { type Arrangement, type Fields, filtered, grouped, sorted } from "./arrange.ts";
import type { Node } from "./node.ts";

/** A row of text below an object. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: string;
  /** What the icon says, for those who hear the row. */
  readonly means?: string;
  readonly contextValue?: string;
  readonly object?: unknown;
  /** What a click on it does: a command, which is told the row. */
  readonly onClick?: string;
}

export function line({ id, label, description, icon, means, ...more }: Line): Node {
  const { contextValue = "line", object, onClick } = more;
  const node: Node = {
    id,
    contextValue,
    object,
    stamp: `${label}\n${description ?? ""}`,
    item() {
      const item = new TreeItem(plain(label));
      if (description) item.description = plain(description);
      item.iconPath = new ThemeIcon(icon);
      const heard = [means, label, description].filter(Boolean).join(", ");
      if (means) item.accessibilityInformation = { label: plain(heard) };
      if (onClick) item.command = { command: onClick, title: label, arguments: [node] };
      return item;
    },
  };
  return node;
}

/** What a group's row stands for. */
export interface Group {
  readonly kind: "group";
  readonly objects: readonly unknown[];
}

/** What a group is called whose members lack what the view is grouped by. */
const nameless: Readonly<Record<string, () => string>> = {
  project: () => t("no project"),
  networks: () => t("no network"),
  label: () => t("without this label"),
  repository: () => t("without a tag"),
  registry: () => t("without a tag"),
};

function group(view: string, name: string, groupBy: string, rows: readonly Node[]): Node {
  return {
    id: `${view}/group/${name}`,
    contextValue: `${view}.group`,
    stamp: rows.length,
    isGroup: true,
    object: { kind: "group", objects: rows.map(({ object }) => object) } satisfies Group,
    item() {
      const label = name || (nameless[groupBy] ?? (() => t("(none)")))();
      const item = new TreeItem(plain(label), TreeItemCollapsibleState.Expanded);
      item.description = String(rows.length);
      item.accessibilityInformation = {
        label:
          rows.length === 1
            ? t("Group {0}, 1 row", plain(label))
            : t("Group {0}, {1} rows", plain(label), rows.length),
      };
      item.iconPath = new ThemeIcon("folder");
      return item;
    },
    children: () => rows,
  };
}

/**
 * The rows of a view as its settings want them: filtered, sorted, grouped. `row` hears whether a
 * group's row stands above it. `alone`: an object that is alone in its group needs no such row.
 */
export function arranged<T extends { readonly created: number }>(
  view: string,
  objects: readonly T[],
  { filter, groupBy, sortBy }: Arrangement,
  fields: Fields<T>,
  row: (object: T, below: boolean) => Node,
  alone = false,
): Node[] {
  const rows = sorted(filtered(objects, filter, fields), sortBy, fields);
  const field = fields[groupBy];
  const flat = (members: readonly T[]) => members.map((object) => row(object, false));
  if (!field) return flat(rows);
  const groups = grouped(rows, field);
  return groups.flatMap(({ name, objects: members }) => {
    if (name === "" && groups.length === 1) return flat(members);
    if (alone && members.length === 1) return flat(members);
    return [
      group(
        view,
        name,
        groupBy,
        members.map((object) => row(object, true)),
      ),
    ];
  });
}

/** The label or description that a setting asks for: the named fields that are not empty, joined. */
export function described<T>(object: T, names: readonly string[], fields: Fields<T>): string {
  return names
    .map((name) => fields[name]?.(object) ?? "")
    .filter(Boolean)
    .join(" · ");
}
