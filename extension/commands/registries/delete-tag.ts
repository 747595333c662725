// Delete Tag…: a registry deletes what a digest stands for, so all its tags go, and are named before.
import { window } from "vscode";
import { EngineError } from "../../engine/errors.ts";
import type { RegistryClient } from "../../engine/registry/registry-client.ts";
import { t } from "../../engine/text.ts";
import { nameOfRegistry } from "../../views/registries.ts";
import { withLateProgress, withProgress } from "../ask.ts";
import type { Command, Services } from "../command.ts";
import { type ChosenRepository, type ChosenTag, chosenTags } from "./choose.ts";

/** How many questions are on their way at once. */
const AT_ONCE = 8;

export const deleteTag: Command = async (services, nodes) => {
  const chosen = await chosenTags(services, nodes);
  const repositories = new Map(
    chosen.map((one) => [`${one.host}/${one.repository}`, one as ChosenRepository]),
  );
  for (const place of repositories.values()) {
    const tags = chosen
      .filter(({ host, repository }) => host === place.host && repository === place.repository)
      .map(({ tag }: ChosenTag) => tag);
    await deleteOf(services, place, tags);
  }
};

async function deleteOf(
  { registries }: Services,
  { host, repository }: ChosenRepository,
  tags: readonly string[],
): Promise<void> {
  const { remove } = await import("../../engine/registry/browse.ts");
  const client = await registries.client(host);
  const title = t("Looking for tags of the same images in {0}", repository);
  const digests = await withProgress(title, async (signal, report) => {
    const all = new Set([...tags, ...(await registries.allTags(host, repository, signal))]);
    return digestsOf(client, repository, [...all], signal, report);
  });
  const doomed = new Set(tags.flatMap((tag) => digests.get(tag) ?? []));
  if (doomed.size === 0)
    throw new EngineError("notFound", t("{0} is gone.", `${repository}:${tags.join(", ")}`));
  const others = [...digests]
    .filter(([tag, digest]) => doomed.has(digest) && !tags.includes(tag))
    .map(([tag]) => tag)
    .sort();
  const detail = [
    ...(others.length > 0
      ? [t("These tags point to the same image and are deleted with it: {0}", others.join(", "))]
      : []),
    t("Nobody will be able to pull it from the registry. Copies that were pulled before remain."),
  ];
  const question = t(
    "Delete {0} from {1}?",
    `${repository}:${tags.join(", ")}`,
    nameOfRegistry(host),
  );
  const options = { modal: true, detail: detail.join("\n\n") };
  const action = t("Delete");
  if ((await window.showWarningMessage(question, options, action)) !== action) return;
  try {
    await withLateProgress(t("Deleting from {0}", nameOfRegistry(host)), async () => {
      for (const digest of doomed) await remove(client, repository, digest);
    });
  } finally {
    registries.forget();
  }
}

async function digestsOf(
  client: RegistryClient,
  repository: string,
  tags: readonly string[],
  signal: AbortSignal,
  report: (message: string) => void,
): Promise<Map<string, string>> {
  const { digestOf } = await import("../../engine/registry/browse.ts");
  const digests = new Map<string, string>();
  const left = [...tags];
  const worker = async () => {
    for (let tag = left.shift(); tag !== undefined; tag = left.shift()) {
      const digest = await digestOf(client, repository, tag, signal);
      if (digest) digests.set(tag, digest);
      report(`${tags.length - left.length} / ${tags.length}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return digests;
}
