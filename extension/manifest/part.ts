// The shape of a manifest part. Each part stands in a file of its own beside this one; together
// they are what `npm run update` writes into package.json and the package.nls files. It is pure
// data: nothing here runs in the extension.

import type { SettingsSection } from "./settings-sections.ts";

/** A text that people read, in every language that is shipped. */
export interface Text {
  readonly en: string;
  readonly ko: string;
}

/** Where a command stands in a menu of VS Code. */
export interface MenuPlace {
  /** VS Code's menu id, such as `view/item/context`. */
  readonly menu: string;
  readonly when?: string;
  /** `inline`, or a group and a place in it: `1_general@2`. */
  readonly group?: string;
}

export interface KeyPlace {
  readonly key: string;
  readonly mac?: string;
  readonly when?: string;
  /** What the command is called with; `rowsOf`: the view whose rows are meant. */
  readonly args?: unknown;
}

export interface CommandEntry {
  readonly id: `dockwright.${string}`;
  readonly title: Text;
  /** A codicon, `$(play)`. */
  readonly icon?: string;
  /** The `docker …` line that the command equals; shown in docs/commands.md. None: no equivalent. */
  readonly cli?: string;
  /** False: not in the palette at all. A string: the palette shows it when that holds. */
  readonly palette?: false | string;
  readonly enablement?: string;
  readonly menus?: readonly MenuPlace[];
  readonly keys?: readonly KeyPlace[];
}

/** A setting in JSON schema, its texts by language. */
export interface SettingEntry {
  readonly type: string | readonly string[];
  readonly default?: unknown;
  readonly description: Text;
  readonly scope?: "machine" | "machine-overridable" | "window" | "resource" | "application";
  readonly order?: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly Text[];
  /** Any other keyword of JSON schema (minimum, items, properties, …), copied as it is. */
  readonly schema?: Readonly<Record<string, unknown>>;
}

export interface ViewEntry {
  readonly id: string;
  readonly name: Text;
  readonly when?: string;
  readonly icon?: string;
  readonly visibility?: "visible" | "collapsed" | "hidden";
  /** Its share of the height, compared with the other views' (20). */
  readonly initialSize?: number;
  /** The `docker …` lines that list what it shows; shown in docs/commands.md. */
  readonly cli?: readonly string[];
}

export interface WelcomeEntry {
  readonly view: string;
  readonly contents: Text;
  readonly when?: string;
}

export interface ManifestPart {
  readonly commands?: readonly CommandEntry[];
  /** The heading of its settings. */
  readonly section?: SettingsSection;
  readonly settings?: Readonly<Record<`dockwright.${string}`, SettingEntry>>;
  /** Views by the id of their container. */
  readonly views?: Readonly<Record<string, readonly ViewEntry[]>>;
  readonly welcome?: readonly WelcomeEntry[];
  readonly submenus?: readonly {
    readonly id: string;
    readonly label: Text;
    readonly icon?: string;
  }[];
  /** Places in menus that are no command's (a submenu's). */
  readonly submenuPlaces?: readonly (MenuPlace & { readonly submenu: string })[];
  /** Every other contribution point (languages, grammars, taskDefinitions, …), merged key by key; a {@link Text} anywhere in it becomes an nls key. */
  readonly contributes?: Readonly<Record<string, unknown>>;
  readonly activationEvents?: readonly string[];
  /** What VS Code is told of workspaces that are not trusted or lie on no disk, merged as above. */
  readonly capabilities?: Readonly<Record<string, unknown>>;
}
