// The rows of the Images view.
import { ThemeColor, ThemeIcon, TreeItem } from "vscode";
import { path } from "../engine/connection/http.ts";
import type { Engine } from "../engine/engine.ts";
import type { Container, Image } from "../engine/model/objects.ts";
import { t } from "../engine/text.ts";
import { registryOf, shortReference, tooltip } from "../wording/container-fields.ts";
import { stateWords } from "../wording/container-words.ts";
import { ago, plain, shortId, size } from "../wording/format.ts";
import type { Fields } from "./arrange.ts";
import type { Node } from "./node.ts";
import type { Options } from "./options.ts";
import { arranged, described, line } from "./rows.ts";

/** One step of an image's history, as the engine gives it. */
export interface Layer {
  readonly Id: string;
  readonly Created: number;
  readonly CreatedBy: string;
  readonly Size: number;
}

export function imageRows(engine: Engine, options: Options): Node[] {
  const users = usersOf([...engine.model.containers.values()]);
  const all = imageFields(users);
  // Below its repository, an image needs only what the group's row does not say.
  const inGroup = (image: Image) => tagsWithout(all.repository?.(image) ?? "", image);
  const short = options.groupBy === "repository" ? { ...all, tag: inGroup } : all;
  const objects = [...engine.model.images.values()].filter(
    ({ dangling }) => options.showDangling || !dangling,
  );
  return arranged(
    "images",
    objects,
    options,
    all,
    (image, below) =>
      imageRow(engine, image, options, below ? short : all, users.get(image.id) ?? []),
    options.groupBy !== "registry",
  );
}

/** The containers by the image that they were made from. */
export function usersOf(containers: readonly Container[]): Map<string, Container[]> {
  const users = new Map<string, Container[]>();
  for (const container of containers) {
    const present = users.get(container.imageId);
    if (present) present.push(container);
    else users.set(container.imageId, [container]);
  }
  return users;
}

/** What settings and filter can read off an image. */
function imageFields(users: ReadonlyMap<string, readonly Container[]>): Fields<Image> {
  const usedBy = ({ id }: Image) => users.get(id)?.length ?? 0;
  return {
    tag: ({ tags, id }) => tags.join(", ") || shortId(id),
    shortTag: ({ tags, id }) => tags.map(shortReference).join(", ") || shortId(id),
    repository: ({ tags }) => repositoryOf(tags[0] ?? ""),
    registry: ({ tags }) => (tags[0] ? registryOf(tags[0]) : ""),
    size: (image) => size(image.size),
    created: ({ created }) => ago(created),
    usedBy: (image) => (usedBy(image) > 0 ? t("in use by {0}", usedBy(image)) : ""),
    id: ({ id }) => shortId(id),
  };
}

/** The tags, without the repository where they are of this one. */
function tagsWithout(repository: string, { tags, id }: Image): string {
  const short = tags.map((tag) =>
    tag.startsWith(`${repository}:`) ? tag.slice(repository.length + 1) : tag,
  );
  return short.join(", ") || shortId(id);
}

/** The reference without tag and digest. */
function repositoryOf(reference: string): string {
  return reference.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
}

function imageRow(
  engine: Engine,
  object: Image,
  options: Options,
  fields: Fields<Image>,
  users: readonly Container[],
): Node {
  const newer = object.tags.some((tag) => options.newer?.has(`${object.id} ${tag}`));
  const kind = newer ? "image.tagged.newer" : "image.tagged";
  return {
    id: `images/${object.id}`,
    contextValue: object.dangling ? "image.dangling" : kind,
    stamp: `${JSON.stringify(object)}${users.length}${fields.tag?.(object)}${newer}`,
    object,
    item() {
      const item = new TreeItem(plain(described(object, options.label, fields)));
      const words = described(object, options.description, fields);
      const hint = newer ? t("newer version available") : "";
      item.description = plain([hint, words].filter(Boolean).join(" · "));
      item.iconPath = iconOf(object, newer);
      const name = object.tags.join(", ") || shortId(object.id);
      const said = [plain(name), object.dangling ? t("without a tag") : "", item.description];
      item.accessibilityInformation = { label: said.filter(Boolean).join(", ") };
      return item;
    },
    tooltip: async () =>
      tooltip(object.tags[0] ?? shortId(object.id), [
        [t("Tags"), object.tags.join(", ")],
        [t("Size"), size(object.size)],
        [t("Created"), ago(object.created)],
        [t("Containers"), users.map(({ name }) => name).join(", ")],
        [t("Digests"), object.digests.join(", ")],
        [t("ID"), shortId(object.id)],
      ]),
    children: () => imageDetails(engine, object, users),
  };
}

function iconOf({ dangling }: Image, newer: boolean): ThemeIcon {
  if (newer) return new ThemeIcon("arrow-circle-up", new ThemeColor("charts.yellow"));
  return new ThemeIcon(dangling ? "question" : "package");
}

async function imageDetails(
  engine: Engine,
  { id }: Image,
  users: readonly Container[],
): Promise<Node[]> {
  const layers = await engine.request<Layer[]>({ path: path`/images/${id}/history` });
  return [
    ...users.map((container) =>
      line({
        id: `images/${id}/container/${container.id}`,
        label: container.name,
        description: stateWords(container),
        icon: "vm",
        means: t("Container"),
      }),
    ),
    ...layers.map(({ CreatedBy, Size }, index) =>
      line({
        id: `images/${id}/layer/${index}`,
        label: instructionOf(CreatedBy),
        description: Size > 0 ? size(Size) : "",
        icon: "layers",
        means: t("Layer"),
      }),
    ),
  ];
}

/** The instruction that made a layer, without the shell that old builders write before it. */
export function instructionOf(createdBy: string): string {
  return createdBy
    .replace(/^\/bin\/sh -c #\(nop\)\s*/, "")
    .replace(/^\/bin\/sh -c /, "RUN ")
    .replace(/\s*# buildkit$/, "");
}
