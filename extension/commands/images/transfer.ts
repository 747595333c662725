// Images that come and go: pull, push, search, save, load, import.

import { randomBytes } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type Uri, window } from "vscode";
import type { Engine } from "../../engine/engine.ts";
import { credentialsFor } from "../../engine/registry/credentials.ts";
import type { Progress } from "../../engine/streams/streams.ts";
import { t } from "../../engine/text.ts";
import * as images from "../../engine/verbs/images.ts";
import { plain, size } from "../../wording/format.ts";
import { announce } from "../announce.ts";
import { askText, each, withProgress } from "../ask.ts";
import type { Command } from "../command.ts";
import { nameOfImage, on, onOne } from "../targets.ts";

/** What a step of pull, push or load says: the layer, what is being done, how far it is. */
function progressText({ id, status, current, total }: Progress): string {
  const far = current !== undefined && total ? ` ${size(current)} / ${size(total)}` : "";
  return plain(`${id ? `${id}: ` : ""}${status}${far}`);
}

/** Pulls with progress and cancel, by the logins that there are. */
export async function pullOne(engine: Engine, reference: string, platform?: string): Promise<void> {
  await announce(engine, "pull", ...(platform ? ["--platform", platform] : []), reference);
  const auth = await credentialsFor(process.env, reference);
  await withProgress(t("Pulling {0}", reference), (signal, report) =>
    images.pull(engine, reference, {
      auth,
      signal,
      onProgress: (one) => report(progressText(one)),
      ...(platform && { platform }),
    }),
  );
}

const pulled = { placeHolder: "nginx:1.29-alpine", check: images.checkedReference };

export const pull: Command = async (services) => {
  const engine = await services.engine();
  const reference = await askText(t("Image to pull"), pulled);
  if (reference) await pullOne(engine, reference);
};

const platforms = ["linux/amd64", "linux/arm64", "linux/arm/v7", "linux/386", "linux/s390x"];

export const pullForPlatform: Command = async (services) => {
  const engine = await services.engine();
  const reference = await askText(t("Image to pull"), pulled);
  if (!reference) return;
  const placeHolder = t("Choose a platform");
  const platform = await window.showQuickPick(platforms, { placeHolder });
  if (platform) await pullOne(engine, reference, platform);
};

export const pullAgain = on("image", { where: ({ dangling }) => !dangling }, (engine, objects) =>
  each(
    objects.flatMap(({ tags }) => tags),
    (tag) => pullOne(engine, tag),
  ),
);

export const push = onOne(
  "image",
  async (engine, { tags }, { registries }) => {
    const picked =
      tags.length > 1
        ? await window.showQuickPick([...tags], { placeHolder: t("Choose a tag") })
        : tags[0];
    if (!picked) return;
    await announce(engine, "push", picked);
    const auth = await credentialsFor(process.env, picked);
    await withProgress(t("Pushing {0}", picked), (signal, report) =>
      images.push(engine, picked, { auth, signal, onProgress: (one) => report(progressText(one)) }),
    );
    registries.forget();
  },
  ({ dangling }) => !dangling,
);

export const search: Command = async (services) => {
  const engine = await services.engine();
  const term = await askText(t("What to search for"), { placeHolder: "nginx" });
  if (!term) return;
  await announce(engine, "search", term);
  const found = await withProgress(t("Searching for {0}", term), (signal) =>
    images.search(engine, term, 50, signal),
  );
  const items = found.map(({ name, description, stars, official }) => ({
    label: plain(name),
    description: `★ ${stars}${official ? ` · ${t("official")}` : ""}`,
    detail: plain(description),
    name,
  }));
  const picked = await window.showQuickPick(items, {
    placeHolder: t("Choose an image to pull"),
    matchOnDetail: true,
  });
  if (picked) await pullOne(engine, picked.name);
};

export const save = on("image", {}, async (engine, objects) => {
  const target = await window.showSaveDialog({ filters: { TAR: ["tar"] } });
  if (!target) return;
  const names = objects.map(({ tags, id }) => tags[0] ?? id);
  await announce(engine, "save", "-o", target.fsPath, ...names);
  await withProgress(t("Saving {0}", objects.map(nameOfImage).join(", ")), async (signal) =>
    toFile(await images.save(engine, names, signal), target, signal),
  );
});

/** Writes a stream to a file in one step: what stood there stays until all has come. */
export async function toFile(
  stream: NodeJS.ReadableStream,
  { fsPath }: Uri,
  signal: AbortSignal,
): Promise<void> {
  const draft = `${fsPath}.${randomBytes(4).toString("hex")}.part`;
  try {
    await pipeline(stream, createWriteStream(draft), { signal });
    await rename(draft, fsPath);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

export const load: Command = async (services) => {
  const engine = await services.engine();
  const [file] =
    (await window.showOpenDialog({ filters: { TAR: ["tar", "gz", "tgz", "xz"] } })) ?? [];
  if (!file) return;
  await announce(engine, "load", "-i", file.fsPath);
  const loaded = await withProgress(t("Loading {0}", file.fsPath), (signal, report) =>
    images.load(engine, createReadStream(file.fsPath), {
      signal,
      onProgress: (one) => report(progressText(one)),
    }),
  );
  void window.showInformationMessage(t("Loaded {0}", loaded.join(", ")));
};

export const importFiles: Command = async (services) => {
  const engine = await services.engine();
  const [file] =
    (await window.showOpenDialog({ filters: { TAR: ["tar", "gz", "tgz", "xz"] } })) ?? [];
  if (!file) return;
  const reference = await askText(t("Reference of the new image"), {
    placeHolder: "name:tag",
    check: images.checkedReference,
  });
  if (!reference) return;
  await announce(engine, "import", file.fsPath, reference);
  await withProgress(t("Importing {0}", file.fsPath), (signal) =>
    images.importFiles(engine, createReadStream(file.fsPath), reference, { signal }),
  );
};
