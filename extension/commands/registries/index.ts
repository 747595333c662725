// The table of the commands on registries, and the short ones.
import { env, Uri, window } from "vscode";
import { dockerLine } from "../../docker-line.ts";
import { EngineError } from "../../engine/errors.ts";
import { placeOf, referenceOf } from "../../engine/registry/places.ts";
import { t } from "../../engine/text.ts";
import { showEquivalent } from "../../log.ts";
import { nameOfRegistry, type RegistryObject } from "../../views/registries.ts";
import { askText, sure, withLateProgress } from "../ask.ts";
import type { Command, CommandTable, Services } from "../command.ts";
import { pullOne } from "../images/transfer.ts";
import {
  type ChosenTag,
  chosenRegistry,
  chosenRepository,
  chosenTags,
  objectsOf,
} from "./choose.ts";
import { deleteTag } from "./delete-tag.ts";
import { logIn, logOut } from "./login.ts";

/** @throws EngineError for what names no registry or repository */
function checkedPlace(text: string) {
  const place = placeOf(text);
  if (place) return place;
  throw new EngineError("invalid", t("“{0}” names no registry.", text), {
    remedy: t("Write it as host, host:port or host/repository."),
  });
}

const add: Command = async ({ registries }) => {
  const text = await askText(t("Registry, or one of its repositories"), {
    placeHolder: "registry.example.com:5000, ghcr.io/owner/name",
    check: checkedPlace,
  });
  if (!text) return;
  const { host, repository } = checkedPlace(text);
  await registries.add(repository ? `${host}/${repository}` : host);
};

const addRepository: Command = async (services, nodes) => {
  const host = await chosenRegistry(services, nodes);
  if (!host) return;
  const repository = await askText(t("Repository of {0}", nameOfRegistry(host)), {
    placeHolder: "owner/name",
    check: (text) => checkedPlace(`${host}/${text}`),
  });
  if (!repository) return;
  const place = checkedPlace(`${host}/${repository}`);
  await services.registries.add(`${host}/${place.repository}`);
};

const leaveOut: Command = async (services, nodes) => {
  const host = await chosenRegistry(services, nodes, ({ added }) => added);
  if (host) await services.registries.leaveOut(host, objectsOf(nodes)[0]?.repository);
};

const more: Command = async ({ registries }, nodes) => {
  const [list] = objectsOf(nodes);
  if (!list) return;
  await withLateProgress(t("Asking {0}", nameOfRegistry(list.host)), (signal) =>
    registries.more(list.host, list.repository, signal),
  );
};

const retry: Command = async ({ registries }) => registries.forget();

const pull: Command = async (services, nodes) => {
  const tags = await chosenTags(services, nodes);
  if (tags.length === 0) return;
  const engine = await services.engine();
  for (const { host, repository, tag } of tags)
    await pullOne(engine, referenceOf(host, repository, tag));
};

const pullAll: Command = async (services, nodes) => {
  const place = await chosenRepository(services, nodes);
  if (!place) return;
  const { host, repository } = place;
  const tags = await withLateProgress(t("Asking {0}", nameOfRegistry(host)), (signal) =>
    services.registries.allTags(host, repository, signal),
  );
  const name = referenceOf(host, repository);
  const engine = await services.engine();
  const question = t("Pull all tags of {0}?", name);
  const list = tags.slice(0, mostNamed).join(", ") + (tags.length > mostNamed ? ", …" : "");
  if (!(await sure(engine, question, list, t("Pull")))) return;
  for (const tag of tags) await pullOne(engine, `${name}:${tag}`);
};

/** How many tags a question names. */
const mostNamed = 40;

/** What the rows are called in references; of tags, if there are any, else of what is picked. */
const copyReference: Command = async (services, nodes) => {
  const clicked: readonly RegistryObject[] = objectsOf(nodes);
  const objects =
    clicked.length > 0
      ? clicked
      : (await chosenTags(services, nodes)).map((one) => ({ kind: "tag" as const, ...one }));
  await copy(
    objects.map(({ host, repository, tag }) =>
      repository === undefined ? host : referenceOf(host, repository, tag),
    ),
  );
};

const copyDigest: Command = async (services, nodes) => {
  const { digestOf } = await import("../../engine/registry/browse.ts");
  const tags = await chosenTags(services, nodes);
  const digests = await Promise.all(
    tags.map(async ({ host, repository, tag }) => {
      const digest = await digestOf(await services.registries.client(host), repository, tag);
      if (digest) return `${referenceOf(host, repository)}@${digest}`;
      throw new EngineError("notFound", t("{0} is gone.", referenceOf(host, repository, tag)));
    }),
  );
  await copy(digests);
};

async function copy(texts: readonly string[]): Promise<void> {
  if (texts.length === 0) return;
  await env.clipboard.writeText(texts.join("\n"));
  window.setStatusBarMessage(t("Copied"), 3000);
}

const inspect: Command = async (services, nodes) => {
  for (const one of await chosenTags(services, nodes)) await inspectOne(services, one);
};

async function inspectOne(
  { registries, documents }: Services,
  { host, repository, tag }: ChosenTag,
): Promise<void> {
  const { manifestOf } = await import("../../engine/registry/browse.ts");
  const reference = referenceOf(host, repository, tag);
  showEquivalent(dockerLine("manifest", "inspect", reference));
  const { manifest } = await manifestOf(await registries.client(host), repository, tag);
  await documents.json(reference, manifest);
}

/** Docker Hub's page: of the registry, of a repository (its own ones stand elsewhere), of its tags. */
const openInBrowser: Command = async (_services, nodes) => {
  const { repository = "", tag } = objectsOf(nodes)[0] ?? {};
  const place = repository.includes("/") ? `r/${repository}` : `_/${repository}`;
  const page = repository && (tag ? `${place}/tags` : place);
  await env.openExternal(Uri.parse(`https://hub.docker.com/${page}`));
};

export const registryCommands: CommandTable = {
  "dockwright.registries.login": logIn,
  "dockwright.registries.logout": logOut,
  "dockwright.registries.add": add,
  "dockwright.registries.addRepository": addRepository,
  "dockwright.registries.leaveOut": leaveOut,
  "dockwright.registries.more": more,
  "dockwright.registries.retry": retry,
  "dockwright.registries.pull": pull,
  "dockwright.registries.pullAll": pullAll,
  "dockwright.registries.inspect": inspect,
  "dockwright.registries.copyReference": copyReference,
  "dockwright.registries.copyDigest": copyDigest,
  "dockwright.registries.deleteTag": deleteTag,
  "dockwright.registries.openInBrowser": openInBrowser,
};
