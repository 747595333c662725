// The parts of which the rows of every view are made: groups and lines. Knows no kind of object.
import { ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import { t } from "../engine/text.ts";
import { type Arrangement, type Fields, filtered, grouped, sorted } from "./arrange.ts";
import { plain } from "./format.ts";
import type { Node } from "./node.ts";

/** A row of text below an object. */
export interface Line {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: string;
  readonly contextValue?: string;
  readonly object?: unknown;
}

export function line({ id, label, description, icon, contextValue = "line", object }: Line): Node {
  return {
    id,
    contextValue,
    object,
    stamp: `${label}\n${description ?? ""}`,
    item() {
      const item = new TreeItem(plain(label));
      if (description) item.description = plain(description);
      item.iconPath = new ThemeIcon(icon);
      return item;
    },
  };
}

/** What a group's row stands for. */
export interface Group {
  readonly kind: "group";
  readonly objects: readonly unknown[];
}

function group(view: string, name: string, rows: readonly Node[]): Node {
  return {
    id: `${view}/group/${name}`,
    contextValue: `${view}.group`,
    stamp: rows.length,
    isGroup: true,
    object: { kind: "group", objects: rows.map(({ object }) => object) } satisfies Group,
    item() {
      const label = name || t("(none)");
      const item = new TreeItem(plain(label), TreeItemCollapsibleState.Expanded);
      item.description = String(rows.length);
      item.accessibilityInformation = {
        label: t("Group {0}, {1} rows", plain(label), rows.length),
      };
      item.iconPath = new ThemeIcon("folder");
      return item;
    },
    children: () => rows,
  };
}

/** The rows of a view as its settings want them: filtered, sorted, grouped. */
export function arranged<T extends { readonly created: number }>(
  view: string,
  objects: readonly T[],
  { filter, groupBy, sortBy }: Arrangement,
  fields: Fields<T>,
  row: (object: T) => Node,
): Node[] {
  const rows = sorted(filtered(objects, filter, fields), sortBy, fields);
  const field = fields[groupBy];
  if (!field) return rows.map(row);
  const groups = grouped(rows, field);
  return groups.flatMap(({ name, objects: members }) =>
    name === "" && groups.length === 1 ? members.map(row) : [group(view, name, members.map(row))],
  );
}

/** The label or description that a setting asks for: the named fields that are not empty, joined. */
export function described<T>(object: T, names: readonly string[], fields: Fields<T>): string {
  return names
    .map((name) => fields[name]?.(object) ?? "")
    .filter(Boolean)
    .join(" · ");
}
