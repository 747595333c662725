// Writes the manifest parts of extension/manifest into package.json and its two text files.
import { readFileSync } from "node:fs";
import { manifest } from "../../extension/manifest/index.ts";
import type {
  CommandEntry,
  ManifestPart,
  MenuPlace,
  SettingEntry,
  Text,
} from "../../extension/manifest/part.ts";
import { settingsSections } from "../../extension/manifest/settings-sections.ts";

type Json = Record<string, unknown>;

/** The texts that were met, by their key in package.nls.json. */
class Texts {
  readonly en: Record<string, string> = {};
  readonly ko: Record<string, string> = {};

  /** Keys by the texts that settings and tasks share. */
  readonly #shared = new Map<string, string>();

  /** The same for a text that several settings may say: it is kept once. */
  share(key: string, text: Text): string {
    const known = this.#shared.get(`${text.en}\n${text.ko}`);
    if (known) return known;
    const reference = this.add(key, text);
    this.#shared.set(`${text.en}\n${text.ko}`, reference);
    return reference;
  }

  /** Remembers a text and gives the reference that package.json holds in its place. */
  add(key: string, text: Text): string {
    if (key in this.en && (this.en[key] !== text.en || this.ko[key] !== text.ko))
      throw new Error(`two texts bear the key ${key}`);
    this.en[key] = text.en;
    this.ko[key] = text.ko;
    return `%${key}%`;
  }
}

/** package.json, package.nls.json and package.nls.ko.json as the manifest parts want them. */
export function manifestFiles(): Record<string, string> {
  const texts = new Texts();
  const headings = Object.entries(settingsSections).map(([name, title]) => ({
    title: texts.add(`settings.${name}`, title),
  }));
  const contributes: Json = { configuration: headings };
  for (const part of manifest) addPart(contributes, part, texts);
  const old = JSON.parse(readFileSync("package.json", "utf8")) as Json;
  const { contributes: _, activationEvents: __, l10n: ___, capabilities: ____, ...rest } = old;
  const events = manifest.flatMap(({ activationEvents }) => activationEvents ?? []);
  const capabilities: Json = {};
  for (const part of manifest)
    merge(capabilities, translated(part.capabilities ?? {}, "capability", texts) as Json);
  const written = {
    ...rest,
    l10n: "./l10n",
    activationEvents: [...new Set(events)],
    capabilities,
    contributes,
  };
  return {
    "package.json": json(written),
    "package.nls.json": json(sorted(texts.en)),
    "package.nls.ko.json": json(sorted(texts.ko)),
  };
}

function addPart(contributes: Json, part: ManifestPart, texts: Texts): void {
  for (const command of part.commands ?? []) addCommand(contributes, command, texts);
  for (const [id, setting] of Object.entries(part.settings ?? {}))
    propertiesOf(part, contributes)[id] = settingOf(id, setting, texts);
  for (const [container, views] of Object.entries(part.views ?? {}))
    for (const { name, cli: _, ...view } of views)
      list(map(contributes, "views"), container).push({
        ...view,
        name: texts.add(`view.${view.id}`, name),
      });
  for (const { contents, ...welcome } of part.welcome ?? []) {
    const welcomes = list(contributes, "viewsWelcome");
    const key = `welcome.${welcome.view}.${welcomes.length + 1}`;
    welcomes.push({ ...welcome, contents: texts.add(key, contents) });
  }
  for (const { label, ...submenu } of part.submenus ?? [])
    list(contributes, "submenus").push({
      ...submenu,
      label: texts.add(`submenu.${submenu.id}`, label),
    });
  for (const { submenu, menu, ...place } of part.submenuPlaces ?? [])
    list(map(contributes, "menus"), menu).push({ submenu, ...place });
  merge(contributes, translated(part.contributes ?? {}, "", texts) as Json);
}

function addCommand(contributes: Json, entry: CommandEntry, texts: Texts): void {
  const { id, title, icon, enablement, palette, menus = [], keys = [] } = entry;
  list(contributes, "commands").push({
    command: id,
    title: texts.add(`command.${id.replace(/^dockwright\./, "")}`, title),
    category: "Docker",
    ...(icon && { icon }),
    ...(enablement && { enablement }),
  });
  const shown: MenuPlace[] = [...menus];
  if (palette !== undefined)
    shown.push({ menu: "commandPalette", when: palette === false ? "false" : palette });
  for (const { menu, ...place } of shown)
    list(map(contributes, "menus"), menu).push({ command: id, ...place });
  for (const key of keys) list(contributes, "keybindings").push({ command: id, ...key });
}

/** Where package.json lists the settings that stand below the part's heading. */
function propertiesOf({ section }: ManifestPart, contributes: Json): Json {
  if (!section) throw new Error("a manifest part has settings and no section for them");
  const place = Object.keys(settingsSections).indexOf(section);
  return map(list(contributes, "configuration")[place] as Json, "properties");
}

function settingOf(id: string, setting: SettingEntry, texts: Texts): Json {
  const { description, enumDescriptions, schema, ...rest } = setting;
  const key = `setting.${id.replace(/^dockwright\./, "")}`;
  return {
    ...rest,
    ...(translated(schema ?? {}, key, texts) as Json),
    markdownDescription: texts.add(key, description),
    ...(enumDescriptions && {
      markdownEnumDescriptions: enumDescriptions.map((text, index) =>
        texts.add(`${key}.${rest.enum?.[index] ?? index}`, text),
      ),
    }),
  };
}

/** Puts a reference in the place of every text within. */
function translated(value: unknown, path: string, texts: Texts): unknown {
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      translated(item, `${path}.${ownName(path, item) ?? index}`, texts),
    );
  if (typeof value !== "object" || value === null) return value;
  if (isText(value)) return texts.share(path.replace(/^\./, ""), value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, translated(item, `${path}.${key}`, texts)]),
  );
}

/** Several parts define tasks and matchers: a place in one part's list names none. */
function ownName(path: string, item: unknown): string | undefined {
  const key = /\.taskDefinitions$/.test(path) ? "type" : "name";
  if (!/\.(taskDefinitions|problemMatchers)$/.test(path) || !isRecord(item)) return undefined;
  const name = item[key];
  return typeof name === "string" ? name : undefined;
}

function isText(value: object): value is Text {
  return Object.keys(value).length === 2 && "en" in value && "ko" in value;
}

function merge(target: Json, source: Json): void {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    if (Array.isArray(present) && Array.isArray(value)) present.push(...value);
    else if (isRecord(present) && isRecord(value)) merge(present, value);
    else target[key] = value;
  }
}

function isRecord(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(target: Json, key: string): unknown[] {
  target[key] ??= [];
  return target[key] as unknown[];
}

function map(target: Json, key: string): Json {
  target[key] ??= {};
  return target[key] as Json;
}

function sorted(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
