// Finds the registry, repository or tag that a command works on: the clicked row's, or what is picked.
import { window } from "vscode";
import { t } from "../../engine/text.ts";
import type { Node } from "../../views/node.ts";
import { nameOfRegistry, type RegistryObject } from "../../views/registries.ts";
import { plain } from "../../wording/format.ts";
import { withLateProgress } from "../ask.ts";
import type { Services } from "../command.ts";

/** What the rows stand for. */
export function objectsOf(nodes: readonly Node[]): RegistryObject[] {
  return nodes
    .map(({ object }) => object as RegistryObject | undefined)
    .filter((object): object is RegistryObject => object?.host !== undefined);
}

/** The registry of the first row, else the one that is picked; undefined when dismissed. */
export async function chosenRegistry(
  { registries }: Services,
  nodes: readonly Node[],
  where: (entry: { readonly loggedIn: boolean; readonly added: boolean }) => boolean = () => true,
): Promise<string | undefined> {
  const [clicked] = objectsOf(nodes);
  if (clicked) return clicked.host;
  const entries = (await registries.entries()).filter(where);
  if (entries.length === 0) {
    void window.showInformationMessage(
      t("There is no registry that this command can be used on. Log in to one, or add one."),
    );
    return undefined;
  }
  const items = entries.map(({ host }) => ({ label: nameOfRegistry(host), host }));
  return (await window.showQuickPick(items, { placeHolder: t("Choose a registry") }))?.host;
}

export interface ChosenRepository {
  readonly host: string;
  readonly repository: string;
}

/** The repository of the first row, else the one that is picked. */
export async function chosenRepository(
  services: Services,
  nodes: readonly Node[] = [],
): Promise<ChosenRepository | undefined> {
  const [{ host: clicked, repository: named } = { host: "" }] = objectsOf(nodes);
  if (named !== undefined) return { host: clicked, repository: named };
  const host = await chosenRegistry(services, []);
  if (!host) return undefined;
  const repository = await fromList(services, host, undefined, t("Choose a repository"));
  return repository ? { host, repository } : undefined;
}

export interface ChosenTag extends ChosenRepository {
  readonly tag: string;
}

const isTag = (one: RegistryObject): one is RegistryObject & ChosenTag => one.tag !== undefined;

/** The tags of the rows, else the one that is picked. */
export async function chosenTags(
  services: Services,
  nodes: readonly Node[],
): Promise<readonly ChosenTag[]> {
  // A letter key comes for any row: where there is no tag, nothing else is asked.
  if (nodes.length > 0) return objectsOf(nodes).filter(isTag);
  const place = await chosenRepository(services);
  if (!place) return [];
  const tag = await fromList(services, place.host, place.repository, t("Choose a tag"));
  return tag ? [{ ...place, tag }] : [];
}

/** Lets the person pick from a list that may be long: its last entry reads more of it. */
async function fromList(
  services: Services,
  host: string,
  repository: string | undefined,
  placeHolder: string,
): Promise<string | undefined> {
  const { registries } = services;
  const more = t("More…");
  for (;;) {
    const listing = await withLateProgress(t("Asking {0}", nameOfRegistry(host)), () =>
      registries.listing(host, repository),
    );
    const entry = (await registries.entries()).find((one) => one.host === host);
    const own = repository === undefined ? (entry?.repositories ?? []) : [];
    const names = [...new Set([...own, ...listing.items])];
    if (listing.trouble && names.length === 0) throw listing.trouble;
    const items = [
      ...names.map((name) => ({ label: plain(name), name })),
      ...(listing.more ? [{ label: more, name: undefined }] : []),
    ];
    const picked = await window.showQuickPick(items, { placeHolder });
    if (picked?.label !== more) return picked?.name;
    await registries.more(host, repository);
  }
}
