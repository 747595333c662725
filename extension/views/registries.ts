// The rows of the Registries view: registries, their repositories, their tags.
import { ThemeColor, ThemeIcon, TreeItem } from "vscode";
import type { Listing, Registries, RegistryEntry } from "../connections/registries.ts";
import type { EngineError, EngineErrorKind } from "../engine/errors.ts";
import { hub, referenceOf } from "../engine/registry/places.ts";
import { t } from "../engine/text.ts";
import { tooltip } from "../wording/container-fields.ts";
import { ago, plain, size } from "../wording/format.ts";
import type { Node } from "./node.ts";
import { line } from "./rows.ts";

/** What a row stands for: a registry, with a repository of it, with a tag of that. */
export interface RegistryObject {
  readonly kind: "registry" | "repository" | "tag";
  readonly host: string;
  readonly repository?: string;
  readonly tag?: string;
}

export async function registryRows(registries: Registries): Promise<Node[]> {
  return (await registries.entries()).map((entry) => registryRow(registries, entry));
}

/** The name by which people know a registry. */
export const nameOfRegistry = (host: string): string => (host === hub ? "Docker Hub" : host);

function registryRow(registries: Registries, entry: RegistryEntry): Node {
  const { host, loggedIn, added } = entry;
  const words = loggedIn ? t("logged in") : t("not logged in");
  return row({
    object: { kind: "registry", host },
    contextValue: ["registry", loggedIn ? "in" : "out", added && "added", host === hub && "hub"],
    label: nameOfRegistry(host),
    description: words,
    icon: "cloud",
    async children() {
      const listing = await registries.listing(host);
      const names = [...new Set([...entry.repositories, ...listing.items])];
      const rows = names.map((name) => repositoryRow(registries, entry, name));
      return [...rows, ...rest(listing, { kind: "registry", host }, rows.length)];
    },
  });
}

function repositoryRow(
  registries: Registries,
  { host, repositories }: RegistryEntry,
  repository: string,
): Node {
  const object = { kind: "repository", host, repository } as const;
  const isAdded = repositories.includes(repository);
  return row({
    object,
    contextValue: ["repository", isAdded && "added", host === hub && "hub"],
    label: repository,
    icon: "repo",
    async children() {
      const listing = await registries.listing(host, repository);
      const present = registries.namesOnEngine();
      const rows = newestFirst(listing.items).map((tag) =>
        tagRow(registries, { host, repository, tag }, present),
      );
      return [...rows, ...rest(listing, object, rows.length)];
    },
  });
}

interface Tag {
  readonly host: string;
  readonly repository: string;
  readonly tag: string;
}

/** `present`: the names of the engine's images. */
function tagRow(registries: Registries, its: Tag, present: ReadonlySet<string>): Node {
  const { host, repository, tag } = its;
  const here = present.has(referenceOf(host, repository, tag));
  return row({
    object: { kind: "tag", ...its },
    contextValue: ["tag", host === hub && "hub"],
    label: tag,
    ...(here && { description: t("on this engine"), color: "charts.green" }),
    icon: "tag",
    async tooltip() {
      const facts = await registries.factsOf(host, repository, tag);
      return tooltip(referenceOf(host, repository, tag), [
        [t("Platforms"), facts.platforms.join(", ")],
        [t("Download size"), size(facts.size)],
        [t("Created"), facts.created === undefined ? "" : ago(facts.created)],
        [t("Digest"), facts.digest],
      ]);
    },
  });
}

/** Registries give tags in an order of their own: by words and numbers, the largest stands at the top. */
function newestFirst(tags: readonly string[]): string[] {
  const { compare } = new Intl.Collator("en", { numeric: true });
  return [...tags].sort((a, b) => compare(b, a));
}

interface Row extends Pick<Node, "children" | "tooltip"> {
  readonly object: RegistryObject;
  readonly contextValue: readonly (string | false)[];
  readonly label: string;
  readonly description?: string;
  readonly icon: string;
  /** A colour of VS Code's theme; never alone in saying something. */
  readonly color?: string;
}

function row({ object, contextValue, label, description = "", icon, color, ...more }: Row): Node {
  const { host, repository = "", tag = "" } = object;
  const value = contextValue.filter(Boolean).join(".");
  return {
    id: `registries/${host}/${repository}:${tag}`,
    contextValue: value,
    stamp: `${value} ${description}`,
    object,
    ...more,
    item() {
      const item = new TreeItem(plain(label));
      item.description = description;
      item.iconPath = new ThemeIcon(icon, color ? new ThemeColor(color) : undefined);
      const heard = [means[object.kind](), plain(label), description].filter(Boolean);
      item.accessibilityInformation = { label: heard.join(", ") };
      return item;
    },
  };
}

const means: Record<RegistryObject["kind"], () => string> = {
  registry: () => t("Registry"),
  repository: () => t("Repository"),
  tag: () => t("Tag"),
};

/** What stands below the rows of a list: why there are none, what helps, and that there are more. */
function rest({ trouble, more }: Listing, object: RegistryObject, shown: number): Node[] {
  const { host, repository = "" } = object;
  const id = (name: string) => `registries/${host}/${repository}//${name}`;
  if (trouble) return troubles(trouble, object, id);
  if (more) return [doing(id("more"), t("More…"), "ellipsis", "more", object)];
  if (shown > 0) return [];
  const nothing = object.kind === "registry" ? t("No repositories yet.") : t("No tags yet.");
  return [line({ id: id("nothing"), label: nothing, icon: "info" })];
}

function troubles(
  { kind, said, remedy }: EngineError,
  object: RegistryObject,
  id: (name: string) => string,
): Node[] {
  const refused = kind === "unsupported";
  const [verb, label, icon] = helps[kind] ?? retry;
  return [
    line({
      id: id("trouble"),
      label: said,
      // What helps stands below it, as far as it can be done here.
      description: helps[kind] ? "" : remedy,
      icon: refused ? "info" : "error",
      ...(!refused && { means: t("Error") }),
    }),
    doing(id("help"), label(), icon, verb, object),
  ];
}

type Help = readonly [verb: string, label: () => string, icon: string];

const retry: Help = ["retry", () => t("Try Again"), "refresh"];

/** What is offered where a registry does not answer as wished. */
const helps: Partial<Record<EngineErrorKind, Help>> = {
  unauthorized: ["login", () => t("Log In to Registry…"), "sign-in"],
  unsupported: ["addRepository", () => t("Add Repository…"), "add"],
};

/** A row that does something when it is clicked. */
const doing = (id: string, label: string, icon: string, verb: string, object: RegistryObject) =>
  line({
    id,
    label,
    icon,
    contextValue: "registry.doing",
    object,
    onClick: `dockwright.registries.${verb}`,
  });
