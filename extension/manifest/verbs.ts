// Tables of verbs: what a noun's commands are called and where they stand, a few words each. Pure.
import type { CommandEntry, ManifestPart, MenuPlace } from "./part.ts";
import { letter, onRows } from "./places.ts";

/** One command, as its table says it. */
export interface Verb {
  readonly en: string;
  readonly ko: string;
  /** The docker line behind the words that all lines of the table begin with. */
  readonly cli?: string;
  /** The rows whose menu it stands in, as a pattern of their context values. */
  readonly rows?: string;
  /** Its group and place there: `1_general@2`. */
  readonly at?: string;
  /** The submenu of the rows' menu in which it stands. */
  readonly submenu?: string;
  /** Its place among the buttons of the row, if it is one. */
  readonly inline?: string;
  readonly icon?: string;
  /** Its letter key in the noun's own view. */
  readonly key?: string;
  /** Further places in menus. */
  readonly menus?: readonly MenuPlace[];
  readonly palette?: false;
}

export interface Noun {
  readonly noun: string;
  /** The views in which its rows stand; its keys are those of the first. */
  readonly views: readonly string[];
  /** How every docker line begins. */
  readonly line: string;
}

/** The commands that a table stands for. */
export function commandsOf(noun: Noun, table: Readonly<Record<string, Verb>>): CommandEntry[] {
  return Object.entries(table).map(([verb, entry]) => commandOf(noun, verb, entry));
}

function commandOf({ noun, views, line }: Noun, verb: string, entry: Verb): CommandEntry {
  const { en, ko, cli, icon, key, palette, menus = [] } = entry;
  return {
    id: `dockwright.${noun}.${verb}`,
    title: { en, ko },
    ...(cli && { cli: `${line} ${cli}` }),
    ...(icon && { icon: `$(${icon})` }),
    ...(palette === false && { palette }),
    menus: [...places(views, entry), ...menus],
    ...(key && { keys: [letter(views[0] ?? noun, key)] }),
  };
}

function places(views: readonly string[], { rows, at, submenu, inline }: Verb): MenuPlace[] {
  if (!rows || !at) return [];
  if (submenu) return [{ menu: submenu, when: `viewItem =~ /${rows}/`, group: at }];
  return onRows(views, rows, at, inline);
}

/** A submenu of the rows' menu. */
export interface Submenu {
  readonly en: string;
  readonly ko: string;
  readonly rows: string;
  readonly at: string;
}

/** The submenus that a table stands for, by their ids. */
export function submenusOf(
  views: readonly string[],
  table: Readonly<Record<string, Submenu>>,
): Required<Pick<ManifestPart, "submenus" | "submenuPlaces">> {
  return {
    submenus: Object.entries(table).map(([id, { en, ko }]) => ({ id, label: { en, ko } })),
    submenuPlaces: Object.entries(table).flatMap(([submenu, { rows, at }]) =>
      onRows(views, rows, at).map((place) => ({ submenu, ...place })),
    ),
  };
}
