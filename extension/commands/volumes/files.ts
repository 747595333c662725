// What a volume holds: into a file, out of a file, into another volume.

import { createReadStream } from "node:fs";
import { basename, dirname } from "node:path";
import { Uri, window } from "vscode";
import type { Engine } from "../../engine/engine.ts";
import { EngineError } from "../../engine/errors.ts";
import { t } from "../../engine/text.ts";
import { copyVolume, fillVolume, readVolume } from "../../engine/verbs/volume-files.ts";
import * as volumes from "../../engine/verbs/volumes.ts";
import { announce } from "../announce.ts";
import { askText, sure, withProgress } from "../ask.ts";
import { toFile } from "../images/transfer.ts";
import { nameOf, onOne } from "../targets.ts";

const filters = { TAR: ["tar"] };

/** Announces the docker line that does the same with a container of busybox. */
const announceRun = (engine: Engine, mounts: readonly string[], ...command: readonly string[]) =>
  announce(engine, "run", "--rm", ...mounts.flatMap((one) => ["-v", one]), "busybox", ...command);

export const backUp = onOne("volume", async (engine, volume) => {
  const { name } = volume;
  const target = await window.showSaveDialog({ filters, defaultUri: Uri.file(`${name}.tar`) });
  if (!target) return;
  const file = `/backup/${basename(target.fsPath)}`;
  const mounts = [`${name}:/volume:ro`, `${dirname(target.fsPath)}:/backup`];
  await announceRun(engine, mounts, "tar", "-cf", file, "-C", "/volume", ".");
  await withProgress(t("Backing up {0}", nameOf(volume)), (signal) =>
    readVolume(engine, name, (tar) => toFile(tar, target, signal), signal),
  );
  window.setStatusBarMessage(t("{0} is in {1}", nameOf(volume), target.fsPath), 5000);
});

export const restore = onOne("volume", async (engine, volume) => {
  const { name } = volume;
  const [source] = (await window.showOpenDialog({ filters: { TAR: ["tar", "gz", "tgz"] } })) ?? [];
  if (!source) return;
  const question = t("Restore {0} into {1}?", basename(source.fsPath), nameOf(volume));
  const detail = t("Files with the same names in the volume are replaced.");
  if (!(await sure(engine, question, detail, t("Restore")))) return;
  const file = `/backup/${basename(source.fsPath)}`;
  const mounts = [`${name}:/volume`, `${dirname(source.fsPath)}:/backup:ro`];
  await announceRun(engine, mounts, "tar", "-xf", file, "-C", "/volume");
  await withProgress(t("Restoring {0}", nameOf(volume)), (signal) =>
    fillVolume(engine, name, () => createReadStream(source.fsPath), signal),
  );
});

export const clone = onOne("volume", async (engine, volume) => {
  const { name, driver, options } = volume;
  const target = await askText(t("Name of the copy of {0}", nameOf(volume)), {
    value: `${name}-copy`,
    check: (text) => {
      if (!engine.model.volumes.has(text)) return;
      throw new EngineError("invalid", t("There is already a volume with this name."));
    },
  });
  if (!target) return;
  await volumes.inspect(engine, name);
  await announce(engine, "volume", "create", "-d", driver, target);
  await announceRun(
    engine,
    [`${name}:/from:ro`, `${target}:/into`],
    "cp",
    "-a",
    "/from/.",
    "/into/",
  );
  await volumes.create(engine, { name: target, driver, options: { ...options } });
  await withProgress(t("Copying {0} to {1}", nameOf(volume), target), (signal) =>
    copyVolume(engine, name, target, signal),
  );
});
